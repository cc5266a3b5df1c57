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

arn() {
  aws sqs get-queue-attributes --queue-url "$1" --attribute-names QueueArn --query Attributes.QueueArn --output text
}

aws cloudformation describe-stack-resources --stack-name "$stack" --output text \
  --query "StackResources[?ResourceType=='AWS::SQS::Queue' && ends_with(LogicalResourceId, 'DeadLetters')].[LogicalResourceId, PhysicalResourceId]" |
  while read -r name url; do
    count=$(aws sqs get-queue-attributes --queue-url "$url" --attribute-names ApproximateNumberOfMessages \
      --query Attributes.ApproximateNumberOfMessages --output text)
    if [ "$count" != 0 ]; then
      # SQS does not know where a message came from that a function has put there.
      source=$(aws sqs list-dead-letter-source-queues --queue-url "$url" --query 'queueUrls[0]' --output text)
      aws sqs start-message-move-task --source-arn "$(arn "$url")" --destination-arn "$(arn "$source")" >/dev/null
    fi
    echo "$name: $count messages back to their queue"
  done
