#!/bin/sh
# Puts the HMAC secret that the app was built with into a deployed stack's key table.
#   scripts/put-secrets.sh <stack> [region]     asks for the secret (Base64), or reads HMAC_SECRET
# With LEGACY_JWT_SECRET (Base64) also the secret of the original backend's tokens, for LegacyTokens=true.
# Keys that sign tokens make themselves. Needs the AWS CLI and rights on the table.
set -eu
stack=${1:?usage: scripts/put-secrets.sh <stack> [region]}
export AWS_REGION="${2:-${AWS_REGION:-ap-northeast-2}}"

if [ -z "${HMAC_SECRET:-}" ]; then
  printf 'HMAC secret of the app (Base64, not shown): '
  # dash runs no EXIT trap on Ctrl-C.
  trap 'stty echo; exit 130' INT TERM HUP
  stty -echo; read -r HMAC_SECRET; stty echo; echo
  trap - INT TERM HUP
fi
base64() { printf %s "$1" | openssl base64 -d -A | grep -q . || { echo "The $2 is not Base64." >&2; exit 1; }; }
base64 "$HMAC_SECRET" "HMAC secret"
[ -z "${LEGACY_JWT_SECRET:-}" ] || base64 "$LEGACY_JWT_SECRET" "legacy JWT secret"

table=$(aws cloudformation describe-stacks --stack-name "$stack" \
  --query "Stacks[0].Outputs[?OutputKey=='KeyTableName'].OutputValue" --output text)

# Items go through a pipe: arguments can be seen by every process, and a file may be left behind.
put() {
  printf '{"purpose":{"S":"%s"},"kid":{"S":"app"},"state":{"S":"current"},"secret":{"S":"%s"}}' "$1" "$2" |
    aws dynamodb put-item --table-name "$table" --item file:///dev/stdin
}
put hmac "$HMAC_SECRET"
[ -z "${LEGACY_JWT_SECRET:-}" ] || put legacy "$LEGACY_JWT_SECRET"
echo "The secrets are in $table."
