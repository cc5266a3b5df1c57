#!/bin/sh
# Asks the system that runs in this checkout to do something, and shows how it goes.
#   scripts/control.sh crawl      crawls once, or one board with BOARD=name
#   scripts/control.sh redrive    sends dead letters back to their queues
#   scripts/control.sh reindex    makes the search index anew
#   scripts/control.sh fail       makes the stand-in SERVICE fail: HOW=down|slow|429|malformed|obey|invent|ok, FOR=60s
cd "$(dirname "$0")/.." || exit 1
CONTROL=
[ -f .local/env ] && . .local/env
if ! curl -s -o /dev/null "$CONTROL/"; then
  echo 'Nothing runs in this checkout: start it with make run.' >&2
  exit 1
fi
ORDER=${1:?crawl, redrive, reindex or fail?}
set -- "$CONTROL/$ORDER"
case $ORDER in
  fail) set -- --fail-with-body --data-urlencode "service=$SERVICE" --data-urlencode "how=$HOW" --data-urlencode "for=$FOR" "$@" ;;
  crawl) set -- -S ${BOARD:+--data-urlencode "board=$BOARD"} "$@" ;;
  *) set -- -S "$@" ;;
esac
exec curl -sN -G -X POST "$@"
