#!/bin/sh
# Asks the system that runs in this checkout to do something, and shows how it goes.
#   scripts/control.sh crawl      crawls once, or one board with BOARD=name
#   scripts/control.sh redrive    sends dead letters back to their queues
cd "$(dirname "$0")/.." || exit 1
CONTROL=
[ -f .local/env ] && . .local/env
if ! curl -s -o /dev/null "$CONTROL/"; then
  echo 'Nothing runs in this checkout: start it with make run.' >&2
  exit 1
fi
exec curl -sSN -G -X POST ${BOARD:+--data-urlencode "board=$BOARD"} "$CONTROL/${1:?crawl or redrive?}"
