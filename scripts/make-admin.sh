#!/bin/sh
# Makes an account an administrator's, from the next sign-in with an ID token on, or at once an ordinary one again.
#   scripts/make-admin.sh <stack> <e-mail> [ROLE_ADMIN | ROLE_USER]     stack "local" is what make run runs
# Needs the AWS CLI and rights on the user table.
set -eu
stack=${1:?usage: scripts/make-admin.sh <stack> <e-mail> [ROLE_ADMIN | ROLE_USER]}
email=$(printf %s "${2:?which e-mail?}" | tr 'A-Z' 'a-z')
role=${3:-ROLE_ADMIN}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

if [ "$stack" = local ]; then
  . "$(dirname "$0")/../.local/env"
  export AWS_ENDPOINT_URL_DYNAMODB="$DYNAMODB_ENDPOINT" AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
  table=UserTable
else
  table=$(aws cloudformation describe-stacks --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='UserTableName'].OutputValue" --output text)
fi

id=$(aws dynamodb get-item --table-name "$table" --key "{\"key\":{\"S\":\"email#$email\"}}" \
  --query Item.id.S --output text)
[ "$id" != None ] || { echo "No account has this e-mail." >&2; exit 1; }
aws dynamodb update-item --table-name "$table" --key "{\"key\":{\"S\":\"user#$id\"}}" \
  --condition-expression 'attribute_exists(id)' --update-expression 'SET #role = :role' \
  --expression-attribute-names '{"#role":"role"}' --expression-attribute-values "{\":role\":{\"S\":\"$role\"}}"
echo "The account is $role. An administrator signs in with an ID token (docs/accounts.md)."
