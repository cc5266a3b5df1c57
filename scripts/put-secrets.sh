#!/bin/sh
# Puts the HMAC secret that the app was built with and a new signing key into a deployed stack's key table.
#   scripts/put-secrets.sh <stack> [region]     asks for the secret (Base64), or reads HMAC_SECRET
# A signing key that is there already stays. Needs the AWS CLI and rights on the table.
set -eu
stack=${1:?usage: scripts/put-secrets.sh <stack> [region]}
export AWS_REGION="${2:-${AWS_REGION:-ap-northeast-2}}"

if [ -z "${HMAC_SECRET:-}" ]; then
  printf 'HMAC secret of the app (Base64, not shown): '
  stty -echo; read -r HMAC_SECRET; stty echo; echo
fi
printf %s "$HMAC_SECRET" | openssl base64 -d -A | grep -q . || { echo "The HMAC secret is not Base64." >&2; exit 1; }

table=$(aws cloudformation describe-stacks --stack-name "$stack" \
  --query "Stacks[0].Outputs[?OutputKey=='KeyTableName'].OutputValue" --output text)

# Items go through a file that only we can read: arguments can be seen by every process.
item=$(mktemp); trap 'rm -f "$item"' EXIT; chmod 600 "$item"
put() {
  printf '{"purpose":{"S":"%s"},"kid":{"S":"%s"},"state":{"S":"current"},"secret":{"S":"%s"}}' "$1" "$2" "$3" >"$item"
  aws dynamodb put-item --table-name "$table" --item "file://$item" $4
}
put hmac app "$HMAC_SECRET" ""
put signing first "$(openssl rand -base64 32)" "--condition-expression attribute_not_exists(kid)" 2>/dev/null \
  || echo "The signing key that is there stays."
echo "Keys are in $table."
