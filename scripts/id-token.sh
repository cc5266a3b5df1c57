#!/bin/sh
# Prints a Firebase ID token for USER_ID and EMAIL, signed by the Firebase that make run plays.
cd "$(dirname "$0")/.." || exit 1
FIREBASE_URL=
[ -f .local/env ] && . .local/env
if [ -z "$USER_ID" ] || [ -z "$EMAIL" ]; then
  echo 'usage: make id-token USER_ID=uid-1 EMAIL=linh@kookmin.ac.kr' >&2
  exit 1
fi
if [ -z "$FIREBASE_URL" ]; then
  echo 'Nothing runs in this checkout: start it with make run.' >&2
  exit 1
fi
exec curl -sSf "$FIREBASE_URL/id-token/$USER_ID/$EMAIL"
