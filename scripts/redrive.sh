#!/bin/sh
# Sends the dead letters of every queue back to where they came from, once their cause is mended.
#   scripts/redrive.sh <stack>     stack "local" is what make run runs
# Needs the AWS CLI and sqs:StartMessageMoveTask, ReceiveMessage, DeleteMessage on the dead letters, SendMessage on the queues.
set -eu
stack=${1:?usage: scripts/redrive.sh <stack>}
export AWS_REGION="${AWS_REGION:-ap-northeast-2}"

if [ "$stack" = local ]; then
  exec "$(dirname "$0")/control.sh" redrive
fi

aws cloudformation describe-stack-resources --stack-name "$stack" --output text \
  --query "StackResources[?ResourceType=='AWS::SQS::Queue' && ends_with(LogicalResourceId, 'DeadLetters')].[LogicalResourceId, PhysicalResourceId]" |
  while read -r name url; do
    set -- $(aws sqs get-queue-attributes --queue-url "$url" --output text \
      --attribute-names QueueArn ApproximateNumberOfMessages \
      --query 'Attributes.[ApproximateNumberOfMessages, QueueArn]')
    [ "$1" = 0 ] || aws sqs start-message-move-task --source-arn "$2" >/dev/null
    echo "$name: $1 messages back to their queue"
  done
