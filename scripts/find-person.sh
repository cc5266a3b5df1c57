#!/bin/sh
# Shows in which tables of a stack a text occurs, such as the uid or e-mail of an account that was deleted.
#   scripts/find-person.sh <stack> <uid | e-mail | public id>     stack "local" is what make run runs
# Reads every item of every table, which costs. Exit status 1 when something is found. Needs the AWS CLI.
set -eu
stack=${1:?usage: scripts/find-person.sh <stack> <uid | e-mail | public id>}
text=${2:?which text?}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

if [ "$stack" = local ]; then
  . "$(dirname "$0")/../.local/env"
  export AWS_ENDPOINT_URL_DYNAMODB="$DYNAMODB_ENDPOINT" AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
  tables=$(aws dynamodb list-tables --query 'TableNames[]' --output text)
else
  tables=$(aws cloudformation list-stack-resources --stack-name "$stack" \
    --query "StackResourceSummaries[?ResourceType=='AWS::DynamoDB::Table'].PhysicalResourceId" --output text)
fi

found=0
for table in $tables; do
  lines=$(aws dynamodb scan --table-name "$table" --output json | grep -cF -- "$text" || true)
  echo "$table $lines"
  [ "$lines" = 0 ] || found=1
done
exit $found
