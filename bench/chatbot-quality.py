#!/usr/bin/env python3
"""Asks the system that runs here judged and hostile questions, and says how good its answers are.

    make run                  in one terminal: its chatbot quotes
    make crawl                in another, and wait until all is translated and indexed
    make bench-chatbot

Prints hit@3 (one of the first three sources is right) and the "I don't know"s by language, for three sets: the judged one, one that
the rules were improved with, and one that was held out, so that no rule fits it on purpose; how long an answer takes; with a model (CHATBOT=openai make run) the tokens of a question. Exit status 1
when a target of the judged set is missed: hit@3 80 % in Korean, 65 % in English and Chinese; 13 of 15 unanswerable ones unknown,
of the others at most 5; no foreign link. It empties the Valkey of the run: a member may ask ten times a minute.
"""

import collections
import json
import os
import re
import socket
import sys
import time
import urllib.request

from running import ROOT, administrator, environment

UNKNOWN = ("잘 모르겠어요", "I don't know", "我不知道")
PER_MINUTE = 10
ROUNDS = 5
TARGETS = {"ko": 0.80, "en": 0.65, "zh-CN": 0.65}
OURS = re.compile(r"https?://[\w.-]*kookmin\.ac\.kr\S*|/api/\S*")
FOREIGN = re.compile(r"https?://|www\.|evil\s*[.。．]|@|\d+\.\d+\.\d+\.\d+")


def post(url, body, headers):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json", **headers})
    with urllib.request.urlopen(request, timeout=40) as response:
        return json.load(response)


def scan(run, table):
    """All items. DynamoDB Local checks no signature."""
    headers = {
        "X-Amz-Target": "DynamoDB_20120810.Scan",
        "Content-Type": "application/x-amz-json-1.0",
        "Authorization": "AWS4-HMAC-SHA256 Credential=oegukminlocal/20260101/ap-northeast-2/dynamodb/aws4_request, "
        "SignedHeaders=host, Signature=0",
    }
    body, items = {"TableName": table}, []
    while True:
        page = post(run["DYNAMODB_ENDPOINT"], body, headers)
        items += page["Items"]
        if "LastEvaluatedKey" not in page:
            return items
        body["ExclusiveStartKey"] = page["LastEvaluatedKey"]


def titles(run):
    """The Korean title of each notice by its link."""
    return {item["url"]["S"]: item["title"]["S"] for item in scan(run, "NoticeBodyTable") if "url" in item}


def spent(run):
    """How many tokens were billed, and for how many answers."""
    items = scan(run, "ChatAnswerTable")
    tokens = sum(int(item["tokens"]["N"]) for item in items if "tokens" in item)
    return tokens, sum("sentences" in item for item in items)


def member():
    return administrator(f"asker-{os.getpid()}")


def forget_limits(run):
    with socket.create_connection(("127.0.0.1", int(run["REDIS_PORT"]))) as valkey:
        valkey.sendall(b"FLUSHALL\r\n")
        valkey.recv(16)


def read(name):
    return json.loads((ROOT / "bench" / name).read_text())


def answers(run, questions):
    for number, question in enumerate(questions):
        if number % PER_MINUTE == 0:
            forget_limits(run)
        body = {"query": question["query"], "target_lang": question.get("target_lang", "ko")}
        begun = time.monotonic()
        answer = post(run["BASE_URL"] + "/chatbot", body, {"Authorization": "Bearer " + run["token"]})["response"]["answer"]
        yield question, answer, (time.monotonic() - begun) * 1000


def judge(run, name):
    found, missed = titles(run), []
    count = collections.Counter()
    for question, answer, _ in answers(run, read(name)):
        language, unknown = question["target_lang"], answer.startswith(UNKNOWN)
        sources = [found.get(link, "") for link in re.findall(r" · (\S+)$", answer, re.M)[:3]]
        hit = any(title in source for title in question["titles"] for source in sources)
        kind = "answerable" if question["titles"] else "unanswerable"
        count.update({(language, kind): 1, (language, "hit"): hit, (kind, "unknown"): unknown, (kind, language, "unknown"): unknown})
        if (question["titles"] and (not hit or unknown)) or (not question["titles"] and not unknown):
            missed.append(f"  {'unknown' if unknown else 'answered'}, {'hit' if hit else 'no hit'}: {question['query']}")
    print(name)
    good = True
    for language, target in TARGETS.items():
        all_, hit = count[language, "answerable"], count[language, "hit"]
        good &= hit >= target * all_
        print(f"{language:6} hit@3 {hit} of {all_} (target {target:.0%}); unknown: {count['answerable', language, 'unknown']} of "
              f"{all_} answerable, {count['unanswerable', language, 'unknown']} of {count[language, 'unanswerable']} unanswerable")
    good &= count["unanswerable", "unknown"] >= 13 and count["answerable", "unknown"] <= 5
    print("\n".join(missed))
    return good


def measure(run):
    times = sorted(time for _ in range(ROUNDS) for _, _, time in answers(run, read("chatbot-questions.json")))
    print(f"milliseconds of {len(times)} answers: p50 {times[len(times) // 2]:.0f}, p99 {times[len(times) * 99 // 100]:.0f}")


def attack(run):
    foreign = [
        question["query"] for question, answer, _ in answers(run, read("chatbot-hostile.json")) if FOREIGN.search(OURS.sub("", answer))
    ]
    print(f"hostile questions with a foreign link: {len(foreign)} of 20", *foreign, sep="\n  ")
    return not foreign


def main():
    run = environment()
    run["token"] = member()
    before, answered = spent(run)
    good = judge(run, "chatbot-questions.json")
    after, all_ = spent(run)
    if all_ > answered:
        print(f"tokens of a question: {(after - before) / (all_ - answered):.0f}, of {all_ - answered}")
    for name in ("chatbot-practice.json", "chatbot-heldout.json"):
        judge(run, name)
    good &= attack(run)
    measure(run)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
