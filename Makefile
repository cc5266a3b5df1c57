# `make` shows what there is. A newcomer needs two: `make run` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/sh

# JDK 25: JAVA_HOME's, else the one on the PATH, else an installed one.
export JAVA_HOME := $(shell scripts/jdk25.sh)
export MAVEN_OPTS := -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
MAVEN := ./mvnw --batch-mode --no-transfer-progress
JAVA := $(JAVA_HOME)/bin/java

SOURCES := $(shell find pom.xml shared local testkit functions bench -name target -prune -o \( -path '*/src/main*' -o -name pom.xml \) -print 2>/dev/null)

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-19s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "  PORT=9000 make run          another port"
	@echo "  CAMPUS=live make run        the real university instead of the sample (crawls their sites)"
	@echo "  CAMPUS=http://host:port …   asks http://host:port/site/path for every https://site/path"
	@echo "  BOARDS=ciss-visa make run   a first crawl of these boards alone"
	@echo "  CHATBOT=openai make run     a model that is played writes the chatbot's answers (also bedrock)"
	@echo "  CONCURRENCY=10 make run     as many executions of functions at once as a new AWS account has (1,000)"
	@echo "  LAZY=yes make run           loads a function when it is first called, and not before"
	@echo "  TROUBLE=7 make run          the sample's sites and DeepL fail as the seed 7 decides"
	@echo "  SEARCH_ENGINE=opensearch …  OpenSearch searches, not Lucene (fetches 90 MB; make reindex fills it)"
	@echo "  SIGN_IN_MODE=strict …       signing in takes a Firebase ID token (make id-token)"
	@echo "  make fail SERVICE=deepl …   HOW=down, slow, 429, malformed, obey, invent or ok; FOR=60s, 5m, 1h"

run: jdk target/packaged $(if $(filter opensearch,$(SEARCH_ENGINE)),local/opensearch/target/opensearch) ## Run the whole system here: http://127.0.0.1:8080/api
	@mkdir -p .local/tmp && exec $(JAVA) $(RUN_FLAGS) -Djava.io.tmpdir="$(CURDIR)/.local/tmp" $(LOCAL).Main

# The class to run follows.
LOCAL := -Dproject.root="$(CURDIR)" -cp "local/run/target/lib/*" app.oegukmin.local.run

# A heap that grows with need (1,000 instances of functions fit), the first compiler alone: what matters here is being up
# soon and staying small. No POST is sent again by the JDK itself: DeepL would be paid twice.
RUN_FLAGS := -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true \
  -Dsun.net.http.retryPost=false -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow

# Three modules at once on two cores: tests of one wait while others compute.
test: jdk ## Everything a change must pass
	$(MAVEN) -T 3 verify

test-quick: jdk ## Tests that start no engine and no other process: under two minutes
	$(MAVEN) -T 2 package -DexcludedGroups=process

test-opensearch: jdk local/opensearch/target/opensearch ## Test the search by OpenSearch, which make test leaves out
	$(MAVEN) test -Popensearch -pl shared -am -Dspotless.check.skip

test-localstack: jdk ## Run what needs DynamoDB, SQS, S3 on LocalStack (needs Docker)
	$(MAVEN) verify --fail-at-end -Plocalstack -pl testkit,shared,$(FUNCTIONS) -am -Dspotless.check.skip \
	  $(LOCALSTACK_IMAGE:%=-Dlocalstack.image=%) -Dsurefire.failIfNoSpecifiedTests=false '-Dtest=!app.oegukmin.engines.*Test,!app.oegukmin.template.*Test'

sam-local: ## Compare the system that runs with sam local start-api (needs Docker)
	@scripts/sam-local.py

fmt: jdk ## Format the code
	$(MAVEN) -q spotless:apply

crawl: ## Crawl now, in the system that runs (BOARD=name for one board)
	@scripts/control.sh crawl

redrive: ## Send dead letters back to their queues, in the system that runs
	@scripts/control.sh redrive

reindex: ## Make the search index anew, in the system that runs
	@scripts/control.sh reindex

fail: ## Make a stand-in of the system that runs fail (SERVICE=deepl HOW=down FOR=60s)
	@scripts/control.sh fail

trouble: jdk target/packaged ## Run whole systems through the trouble of five seeds (SEEDS="6 7" for others)
	@$(JAVA) $(RUN_FLAGS) -Djava.io.tmpdir="$(CURDIR)/local/run/target" $(LOCAL).TroubleMain $(SEEDS)

SEEDS ?= 1 2 3 4 5

id-token: ## Print a Firebase ID token (USER_ID=… EMAIL=…) of the Firebase that make run plays
	@scripts/id-token.sh

admin-token: ## Print an access token of a sample administrator (ADMIN_ID=…), in either mode
	@scripts/admin-token.sh

# The class to measure follows.
BENCH := -Dproject.root="$(CURDIR)" -Djava.io.tmpdir="$(CURDIR)/bench/target" \
  -cp "bench/target/bench-1.0.0.jar:bench/target/lib/*" app.oegukmin.bench

bench: jdk target/packaged ## Measure the cold start (BEFORE=path: against another checkout, packaged)
	$(JAVA) $(BEFORE:%=-Dbefore=%) $(BENCH).ColdStart

bench-community: jdk target/packaged ## Measure the cold start of the community's functions
	$(JAVA) $(BENCH).CommunityColdStart

bench-limits: jdk target/packaged ## Measure the limiter: exactness, and speed against a bare round trip
	$(JAVA) $(BENCH).LimiterExactness
	$(JAVA) $(BENCH).LimiterSpeed

bench-accounts: jdk target/packaged ## Measure a sign-in and an authorizer's call
	$(JAVA) $(BENCH).AccountCost

bench-load: jdk ## Load the system that runs with JMeter and assert its limits
	@test -f .local/env || { echo "Nothing runs here: start it with make run."; exit 1; }
	@set -a; . .local/env; $(MAVEN) -q -pl bench -Pload jmeter:configure@configuration jmeter:jmeter@load jmeter:results@results
	@grep -ho 'admitted .*' bench/target/jmeter/logs/limits.jmx.log | tail -1

bench-gateway: jdk target/packaged ## Measure what the local gateway adds to a call
	$(JAVA) $(BENCH).GatewaySpeed

bench-crawl: jdk target/packaged ## Measure reading articles, and what a run of the crawler costs
	$(JAVA) -XX:+UseSerialGC $(BENCH).ParseSpeed
	$(JAVA) $(RUN_FLAGS) $(BENCH).CrawlCost

bench-search: jdk target/packaged $(if $(NOTICES),,local/opensearch/target/opensearch) ## Measure the search by both engines over 30,000 notices (NOTICES=100000 for more)
	$(JAVA) -Xmx2g $(BENCH).SearchSpeed $(NOTICES)

bench-notices: jdk target/packaged ## Measure lists over 10,000 notices
	$(JAVA) $(BENCH).NoticeSpeed

bench-pictures: jdk target/packaged ## Measure pictures of 12 megapixels, alone and through the function: seconds and memory
	for format in jpeg png; do \
	  $(JAVA) $(BENCH).PictureSpeed $$format draw && \
	  $(JAVA) -Xmx1600m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $(BENCH).PictureSpeed $$format && \
	  $(JAVA) -Xmx1600m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $(BENCH).PicturePost $$format; \
	done

bench-speech: jdk target/packaged ## Measure a recording of five seconds, cold and warm, and hostile ones
	$(JAVA) $(BENCH).SpeechSpeed

bench-chatbot: ## Ask the system that runs judged and hostile questions (make crawl before)
	@bench/chatbot-quality.py

bench-visibility: ## Measure, in the system that runs, how long the search takes to find what is new (ROUNDS=10)
	@bench/search-visibility.py

bench-chatbot-start: jdk target/packaged ## Measure the cold start of the chatbot
	$(JAVA) $(BENCH).ChatbotColdStart

bench-board: jdk ## Compare the question board with a model after 10,000 random events, with three seeds
	$(MAVEN) -q test -pl functions/qna -am -Dtest=BoardModelTest -Dboard.events=10000 -Dsurefire.failIfNoSpecifiedTests=false

bench-questions: jdk target/packaged ## Measure lists over 10,000 questions, and the highest rate of likes
	$(JAVA) $(BENCH).QuestionSpeed
	$(JAVA) $(BENCH).LikeRate

bench-chat: jdk target/packaged ## Measure chat: wake-ups, 200 polls that wait, the month's cost, 10,000 messages in trouble
	$(JAVA) -Xmx1500m $(BENCH).ChatSpeed
	$(JAVA) $(BENCH).ChatCost
	$(MAVEN) -q test -pl functions/chat -am -Dtest=SimulationTest -Dsurefire.failIfNoSpecifiedTests=false \
	  -Dsimulation.members=50 -Dsimulation.messages=10000 -Dsimulation.seeds=1

bench-socket: jdk ## Measure the way to a WebSocket client, in the system that runs
	@test -f .local/env || { echo "Nothing runs here: start it with make run."; exit 1; }
	$(JAVA) $(BENCH).SocketSpeed

clean: jdk ## Remove what was built; data in .local stays
	$(MAVEN) -q clean
	rm -rf target .aws-sam

comma := ,
empty :=
space := $(empty) $(empty)
FUNCTIONS := $(subst $(space),$(comma),$(patsubst %/pom.xml,%,$(wildcard functions/*/pom.xml)))

# One reactor run packs all functions. A directory is a prerequisite too: its time changes when a file in it goes.
PACK := $(MAVEN) -q package -Dmaven.test.skip=true -Dspotless.check.skip

target/packaged: $(SOURCES)
	@rm -rf functions/*/target/lambda
	$(PACK)
	@mkdir -p target && touch target/packaged target/functions

# The other search engine of this machine, which only those build that want it.
local/opensearch/target/opensearch: local/opensearch/pom.xml $(wildcard local/opensearch/src/main/java/app/oegukmin/opensearch/*.java)
	$(PACK) -Popensearch -pl local/opensearch
	@touch $@

# What sam deploys, without the engines that only this machine needs.
target/functions: $(filter shared% functions% pom.xml,$(SOURCES))
	@rm -rf functions/*/target/lambda
	$(PACK) -am -pl $(FUNCTIONS)
	@mkdir -p target && touch $@

# `sam build` calls build-<LogicalId>: NoticeFunction comes from functions/notice. Some functions share a module.
build-MemberAuthorizerFunction build-GuestAuthorizerFunction build-SocketAuthorizerFunction: target/functions
	cp -R functions/authorizer/target/lambda/. "$(ARTIFACTS_DIR)"

build-CrawlStartFunction: target/functions
	cp -R functions/crawler/target/lambda/. "$(ARTIFACTS_DIR)"

build-CatchUpFunction: target/functions
	cp -R functions/dispatcher/target/lambda/. "$(ARTIFACTS_DIR)"

build-ChatPollFunction build-WebSocketFunction: target/functions
	cp -R functions/chat/target/lambda/. "$(ARTIFACTS_DIR)"

build-MenuOrderFunction: target/functions
	cp -R functions/menucrawler/target/lambda/. "$(ARTIFACTS_DIR)"

build-ViewFlushFunction build-PictureSweepFunction build-QuestionPostFunction: target/functions
	cp -R functions/qna/target/lambda/. "$(ARTIFACTS_DIR)"

build-IndexWriterFunction build-PassageFunction build-ReindexFunction: target/functions
	cp -R functions/search/target/lambda/. "$(ARTIFACTS_DIR)"

build-%Function: target/functions
	cp -R functions/$(shell echo $* | tr 'A-Z' 'a-z')/target/lambda/. "$(ARTIFACTS_DIR)"

# Says in one sentence what is missing.
jdk:
	@test -n "$(JAVA_HOME)" || { echo "JDK 25 is needed and was not found: install one, for instance from adoptium.net, or set JAVA_HOME."; exit 1; }

package: jdk target/functions ## Build what sam deploys

.PHONY: help run test test-quick test-opensearch test-localstack sam-local fmt crawl redrive reindex fail trouble id-token admin-token bench bench-limits bench-accounts bench-chat bench-chatbot bench-chatbot-start bench-gateway bench-crawl bench-load bench-search bench-visibility bench-notices bench-pictures bench-socket bench-speech bench-questions bench-board bench-community clean jdk package
