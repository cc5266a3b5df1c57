#!/usr/bin/env python3
"""Sends the recorded requests to `make run` and to `sam local start-api`, and compares status and envelope.

    make run          in one terminal: both read and write its tables
    make sam-local    in another; needs Docker and the SAM CLI

SAM_ARGS adds arguments to start-api (--skip-pull-image), SAM names another sam, SAM_PORT another port than 3000.
Exit status 1 when a response differs, or when something is missing, which it says in one sentence.
"""

import base64
import contextlib
import hashlib
import hmac
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAM = os.environ.get("SAM", "sam")
PORT = os.environ.get("SAM_PORT", "3000")
LOG = ROOT / "target/sam-local.log"
VARIABLES = ROOT / "target/sam-local.json"
SECONDS = 60
TRIES = 5

# Where sam local is known to differ, and the status it responds there. Two more that no request of ours meets: an authorizer's
# error "Unauthorized" is 502 (AWS: 401), and numbers of its context stay numbers (AWS: strings).
KNOWN = {
    "no-token": (401, "plays no gateway responses: AWS's own body, not the envelope"),
    "bad-token": (403, "plays no gateway responses: AWS's own body, not the envelope"),
    "unknown-path": (403, "plays no gateway responses: Missing Authentication Token, where we respond 404"),
    "encoded-slash": (403, "decodes %2F before it looks for the route"),
}

# A member's life, in order; every other recorded request comes after it began and before it ends.
BEGINNING = ["user-signup", "user-signin", "user-me"]
END = ["user-reissue", "user-logout", "user-signin", "user-leave"]


class Missing(Exception):
    """What has to be there first, in one sentence."""


class Side:
    """One of the two systems, with a member of its own."""

    def __init__(self, base, secret):
        self.base, self.secret = base, base64.b64decode(secret)
        self.uid = "sam-local-" + uuid.uuid4().hex
        self.values = {"Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1": self.uid, "student@kookmin.ac.kr": self.uid + "@kookmin.ac.kr"}

    def send(self, name):
        """The status and the parsed body of the response to a recorded request."""
        event = request(name)
        path, body = self.fill(event["path"]), self.fill(event.get("body") or "")
        headers = {key: self.fill(value) for key, value in event["headers"].items()
                   if key.lower() in ("authorization", "content-type")}
        if "HMAC" in event["headers"]:
            digest = hmac.new(self.secret, body.encode(), hashlib.sha256).digest()
            headers["HMAC"] = base64.b64encode(digest).decode()
        query = urllib.parse.urlencode(event.get("queryStringParameters") or {})
        status, answer = http(event["httpMethod"], self.base + path + ("?" + query if query else ""), headers, body)
        self.learn(name, answer)
        return status, answer

    def fill(self, text):
        for recorded, real in self.values.items():
            text = text.replace(recorded, real)
        return text

    def learn(self, name, answer):
        """Takes over ids and tokens that later requests need."""
        response = answer.get("response") if isinstance(answer, dict) else None
        if not response:
            return
        if name in ("user-signin", "user-reissue"):
            self.values["Bearer to be issued by the run"] = "Bearer " + response["accessToken"]
            self.values["to be issued by the run"] = response["refreshToken"]
        if name == "user-me":
            self.values["pV8dQ2mX7rK1sT4wY9zBcA"] = response["id"]
        if name == "notice-list":
            self.values["700976103390468"] = str(response["announcements"][0]["id"])


def request(name):
    """A recorded request, or one that has to be refused."""
    refused = {
        "no-token": ("GET", "/api/user/me", {}),
        "bad-token": ("GET", "/api/user/me", {"Authorization": "Bearer x"}),
        "no-signature": ("POST", "/api/user/signup", {}),
        "rotten-token": ("GET", "/api/announcement", {"Authorization": "Bearer null"}),
        "unknown-path": ("GET", "/api/nothing", {}),
        "encoded-slash": ("GET", "/api/announcement/1%2F2", {}),
    }
    if name in refused:
        return dict(zip(("httpMethod", "path", "headers"), refused[name]))
    return json.loads((ROOT / "events" / (name + ".json")).read_text())


def http(method, url, headers, body):
    call = urllib.request.Request(url, body.encode() or None, headers, method=method)
    try:
        with urllib.request.urlopen(call, timeout=SECONDS) as answer:
            return answer.status, parsed(answer.read())
    except urllib.error.HTTPError as answer:
        return answer.code, parsed(answer.read())


def parsed(body):
    try:
        return json.loads(body) if body else ""
    except ValueError:
        return body.decode(errors="replace")


def envelope(answer):
    """What both systems have to agree on: the envelope's own fields, and the fields and types within."""
    if isinstance(answer, dict):
        return {key: value if key in ("success", "code", "message") else shape(value) for key, value in answer.items()}
    return shape(answer)


def shape(value):
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value[:1]]
    return type(value).__name__


def names():
    recorded = [file.stem for file in sorted((ROOT / "events").glob("*.json"))
                if (event := json.loads(file.read_text())).get("httpMethod") and event.get("type") != "REQUEST"]
    between = [name for name in recorded if name not in BEGINNING + END]
    refused = ["no-token", "bad-token", "no-signature", "rotten-token", "unknown-path", "encoded-slash"]
    return BEGINNING + between + refused + END


def running():
    """The variables of `make run`."""
    file = ROOT / ".local/env"
    if not file.exists():
        raise Missing("Nothing runs in this checkout: start it with make run in another terminal.")
    return {key: value.strip("'") for key, value in (line.split("=", 1) for line in file.read_text().splitlines())}


def tools():
    if not shutil.which(SAM):
        raise Missing("The SAM CLI is needed and was not found: install it, or name it with SAM=/path/to/sam.")
    if not shutil.which("docker") or subprocess.run(["docker", "info"], capture_output=True).returncode:
        raise Missing("Docker is needed and does not respond: install and start it, or set DOCKER_HOST.")


@contextlib.contextmanager
def start_api(dynamodb):
    """sam local start-api over some tables of this machine, from the moment it listens."""
    LOG.parent.mkdir(exist_ok=True)
    tables = {"AWS_ENDPOINT_URL_DYNAMODB": dynamodb.replace("127.0.0.1", "host.docker.internal")}
    VARIABLES.write_text(json.dumps({"Parameters": tables}))
    with LOG.open("w") as log:
        if subprocess.run([SAM, "build"], cwd=ROOT, stdout=log, stderr=log).returncode:
            raise Missing(f"sam build failed: see {LOG}.")
        command = [SAM, "local", "start-api", "-p", PORT, "--env-vars", VARIABLES]
        command += shlex.split(os.environ.get("SAM_ARGS", ""))
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    try:
        await_start(process)
        yield f"http://127.0.0.1:{PORT}"
    finally:
        # Not INT, which a process in the background ignores: its containers would stay.
        process.terminate()
        process.wait()


def await_start(process):
    for _ in range(2 * SECONDS):
        if process.poll() is not None or "Running on http" in LOG.read_text():
            break
        time.sleep(0.5)
    if process.poll() is not None or "Running on http" not in LOG.read_text():
        raise Missing(f"sam local start-api did not start: see {LOG}.")


def warm_up(side):
    """Starts each function's container; on a busy machine a first call can run into the function's timeout."""
    for name in ("menu-daily", "rotten-token", "bad-token", "no-signature"):
        for _ in range(TRIES):
            if side.send(name)[0] < 500:
                break


def compare(name, here, there):
    """Prints one line; true unless the responses differ in a way that is not known."""
    status, answer = here.send(name)
    other_status, other = there.send(name)
    if name in KNOWN:
        expected, why = KNOWN[name]
        print(f"{'known' if other_status == expected else 'DIFFERS':8} {name:16} {status} {other_status}  {why}")
        return other_status == expected
    same = (status, envelope(answer)) == (other_status, envelope(other))
    print(f"{'same' if same else 'DIFFERS':8} {name:16} {status} {other_status}")
    if not same:
        print(f"  make run   {envelope(answer)}\n  sam local  {envelope(other)}")
    return same


def main():
    try:
        run = running()
        tools()
        with start_api(run["DYNAMODB_LOCAL_ENDPOINT"]) as base:
            sides = [Side(each, run["HMAC_SECRET"]) for each in (run["BASE_URL"].removesuffix("/api"), base)]
            warm_up(sides[1])
            results = [compare(name, *sides) for name in names()]
    except Missing as missing:
        return str(missing)
    print(f"{results.count(True)} of {len(results)} as expected")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
