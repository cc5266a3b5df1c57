#!/bin/sh
# Signs a member out on every device: no token that exists is accepted any more, an access token after some seconds at most.
#   scripts/ban-member.sh <stack> <uid | e-mail> [days]     stack "local" is what make run runs
# With days, tokens of later sign-ins are refused for so long, too; 0 lifts that. Needs the AWS CLI and rights on the tables.
set -eu
stack=${1:?usage: scripts/ban-member.sh <stack> <uid | e-mail> [days]}
uid=${2:?whom?}
days=${3:-}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

if [ "$stack" = local ]; then
  . "$(dirname "$0")/../.local/env"
  export AWS_ENDPOINT_URL_DYNAMODB="$DYNAMODB_ENDPOINT" AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
  users=UserTable bans=BanTable
else
  table() {
    aws cloudformation describe-stack-resource --stack-name "$stack" --logical-resource-id "$1" \
      --query StackResourceDetail.PhysicalResourceId --output text
  }
  users=$(table UserTable) bans=$(table BanTable)
fi

case $uid in
  *@*)
    email=$(printf %s "$uid" | tr 'A-Z' 'a-z')
    uid=$(aws dynamodb get-item --table-name "$users" --key "{\"key\":{\"S\":\"email#$email\"}}" \
      --query Item.id.S --output text)
    [ "$uid" != None ] || { echo "No account has this e-mail." >&2; exit 1; } ;;
esac
# As shared/member/MemberKey and shared/ban/Ban.issued do.
member=$(printf %s "$uid" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d =)
now=$(date +%s)

put() {
  aws dynamodb put-item --table-name "$bans" --item "{\"member\":{\"S\":\"$member\"},\"ban\":{\"S\":\"$1\"},$2}"
}
put issued "\"before\":{\"N\":\"$((now + 3))\"},\"expires\":{\"N\":\"$((now + 365 * 86400))\"}"
case $days in
  '') ;;
  0) aws dynamodb delete-item --table-name "$bans" --key "{\"member\":{\"S\":\"$member\"},\"ban\":{\"S\":\"user\"}}" ;;
  *) put user "\"expires\":{\"N\":\"$((now + days * 86400))\"}" ;;
esac
echo "Signed out on every device${days:+; kept out for $days days}."
