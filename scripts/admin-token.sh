#!/bin/sh
# Prints an access token of a sample administrator of the system that runs here, in either mode: signs the
# account up, gives it the role, and signs in with an ID token of the Firebase that make run plays.
#   ADMIN_ID=uid-admin scripts/admin-token.sh
set -eu
cd "$(dirname "$0")/.."
id=${ADMIN_ID:-sample-administrator}
email=$id@kookmin.ac.kr
if [ ! -f .local/env ]; then
  echo 'Nothing runs in this checkout: start it with make run.' >&2
  exit 1
fi
. .local/env

hmac() {
  key=$(printf %s "$HMAC_SECRET" | openssl base64 -d -A | od -An -tx1 | tr -d ' \n')
  printf %s "$1" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$key" -binary | openssl base64 -A
}

# post <path> <body>: signed as the mode demands.
post() {
  time=$(date +%s) nonce=$(openssl rand -hex 16) text=$2
  [ "$SIGN_IN_MODE" = legacy ] || text=$(printf '%s\n%s\n%s' "$time" "$nonce" "$2")
  curl -sSf "$BASE_URL$1" -H "HMAC: $(hmac "$text")" -H "HMAC-Timestamp: $time" -H "HMAC-Nonce: $nonce" \
    -H "Authorization: Bearer $(curl -sSf "$FIREBASE_URL/id-token/$id/$email")" \
    -H 'Content-Type: application/json' -d "$2"
}

post /user/signup "{\"uuid\":\"$id\",\"email\":\"$email\",\"name\":\"Admin\",\"country\":\"Korea\",\"bigmajor\":\"-\",\"major\":\"-\"}" >/dev/null
# As scripts/make-admin.sh does, without the AWS CLI: DynamoDB Local checks no signature.
curl -sSf "$DYNAMODB_ENDPOINT" -H 'X-Amz-Target: DynamoDB_20120810.UpdateItem' -H 'Content-Type: application/x-amz-json-1.0' \
  -H 'Authorization: AWS4-HMAC-SHA256 Credential=oegukminlocal/20260101/ap-northeast-2/dynamodb/aws4_request, SignedHeaders=host, Signature=0' \
  -d "{\"TableName\":\"UserTable\",\"Key\":{\"key\":{\"S\":\"user#$id\"}},\"UpdateExpression\":\"SET #role = :role\",
       \"ConditionExpression\":\"attribute_exists(id)\",\"ExpressionAttributeNames\":{\"#role\":\"role\"},
       \"ExpressionAttributeValues\":{\":role\":{\"S\":\"ROLE_ADMIN\"}}}" >/dev/null
post /user/signin "{\"uuid\":\"$id\",\"email\":\"$email\"}" | sed 's/.*"accessToken":"\([^"]*\)".*/\1/'
