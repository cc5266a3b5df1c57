#!/usr/bin/env python3
"""Measures, in the system that runs here, how long a new article takes until the search finds it, and whether it is gone once hidden.

    make run                  in one terminal
    make bench-visibility     in another; ROUNDS=20 for more than ten articles

Exit status 1 when an article takes longer than 35 seconds or is found after it was hidden.
"""

import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.request

from running import administrator, environment

GOAL = 35
GIVE_UP = 120


def call(method, url, token, body=None):
    headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(url, data, headers, method=method), timeout=40) as response:
        return json.load(response)["response"]


def found(base, token, word):
    while True:
        try:
            return call("GET", base + "/search?word=" + word, token)["results"]
        except urllib.error.HTTPError as refusal:
            if refusal.code not in (429, 503):
                raise
            time.sleep(int(refusal.headers.get("Retry-After", 1)))


def seconds(base, token, word):
    begun = time.monotonic()
    while not found(base, token, word):
        if time.monotonic() - begun > GIVE_UP:
            sys.exit(f"Not found after {GIVE_UP} s")
        time.sleep(0.5)
    return time.monotonic() - begun


def main():
    base = environment()["BASE_URL"]
    token = administrator("searcher")
    times, left = [], 0
    for _ in range(int(os.environ.get("ROUNDS", 10))):
        word = "zq" + secrets.token_hex(6)
        article = {"title": "Looking for " + word, "context": "Who helps?", "isHelper": 0}
        post = call("POST", base + "/help/create", token, article)["id"]
        times.append(seconds(base, token, word))
        call("PUT", base + "/admin/hidden", token, {"kind": "help", "id": post, "hidden": True, "reason": "bench"})
        left += len(found(base, token, word))
    times.sort()
    print(f"{len(times)} articles: found after {times[len(times) // 2]:.1f} s (median), {times[-1]:.1f} s at most; {left} still found once hidden")
    sys.exit(times[-1] > GOAL or left > 0)


if __name__ == "__main__":
    main()
