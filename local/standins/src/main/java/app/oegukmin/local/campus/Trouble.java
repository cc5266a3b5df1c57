package app.oegukmin.local.campus;

import com.sun.net.httpserver.HttpHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The trouble that a seed makes at all sites and at DeepL, at the same time. What happens to a
 * request depends on the seed, the address and how often that was asked for, not on what else
 * happens meanwhile. Safe for use by many threads.
 */
public final class Trouble {

  private static final int PERCENT = 35;
  private static final int ODD_PERCENT = 60;
  private static final int PER_MILLE_OF_FAR = 1;

  /** It is on most days. */
  private static final String DISH = "쌀밥";

  private static final List<SiteFault> SITE_FAULTS =
      Stream.of(SiteFault.values()).filter(fault -> fault != SiteFault.FAR).toList();
  private static final List<DeepLFault> DEEPL_FAULTS = List.of(DeepLFault.values());
  private static final List<PageOddity> ODDITIES = List.of(PageOddity.values());

  private final long seed;
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final Map<String, Integer> played = new TreeMap<>();
  private volatile boolean over;

  /** The trouble of a seed, from now on. */
  public Trouble(long seed) {
    this.seed = seed;
  }

  /** Lets DeepL refuse two of some titles and a dish for good. */
  void refuseSome(List<String> titles) {
    RandomGenerator random = new SplittableRandom(seed);
    refused.put(DISH, 400);
    refused.put(titles.get(random.nextInt(titles.size())), 400);
    refused.put(titles.get(random.nextInt(titles.size())), 413);
  }

  /** The texts that DeepL refuses, whatever is in a call beside them. */
  public List<String> refused() {
    return List.copyOf(refused.keySet());
  }

  /**
   * Lets everything work from now on; what is published in an odd way stays so, and what DeepL
   * refuses.
   */
  public void end() {
    over = true;
  }

  /** How often each kind was played. */
  public synchronized Map<String, Integer> played() {
    return new TreeMap<>(played);
  }

  /** A site in trouble. */
  HttpHandler site(CampusSite site) {
    return exchange -> {
      try (exchange) {
        CampusRequest request = CampusRequest.of(exchange);
        String address = request.host() + exchange.getRequestURI();
        CampusReply page = odd(address, site.answer(request));
        Optional<SiteFault> fault = siteFault(next(address));
        fault.ifPresent(this::count);
        if (fault.isPresent()) {
          fault.get().send(exchange, page);
        } else {
          page.send(exchange);
        }
      }
    };
  }

  /** DeepL in trouble. */
  HttpHandler deepl(CampusSite deepl) {
    return exchange -> {
      try (exchange) {
        CampusRequest request = CampusRequest.of(exchange);
        DeepLCall call = DeepLCall.of(request);
        Optional<CampusReply> refusal = refusal(call);
        CampusReply reply = refusal.orElseGet(() -> deepl.answer(request));
        Optional<DeepLFault> fault =
            pick(next(request.body()), DEEPL_FAULTS)
                .filter(one -> refusal.isEmpty() && one.passes(call));
        fault.ifPresent(this::count);
        if (fault.isPresent()) {
          fault.get().send(exchange, reply);
        } else {
          reply.send(exchange);
        }
      }
    };
  }

  private Optional<CampusReply> refusal(DeepLCall call) {
    Optional<Integer> status =
        call.texts().stream().flatMap(text -> Stream.ofNullable(refused.get(text))).findAny();
    status.ifPresent(code -> count("F-52 " + code + " for a text"));
    return status.map(code -> CampusReply.json(code, "{\"message\":\"Refused\"}"));
  }

  private Optional<SiteFault> siteFault(RandomGenerator random) {
    if (!over && random.nextInt(1_000) < PER_MILLE_OF_FAR) {
      return Optional.of(SiteFault.FAR);
    }
    return pick(random, SITE_FAULTS);
  }

  private <F> Optional<F> pick(RandomGenerator random, List<F> faults) {
    return over || random.nextInt(100) >= PERCENT
        ? Optional.empty()
        : Optional.of(faults.get(random.nextInt(faults.size())));
  }

  private CampusReply odd(String address, CampusReply page) {
    RandomGenerator random = new SplittableRandom(seed + address.hashCode());
    if (page.status() != 200 || random.nextInt(100) >= ODD_PERCENT) {
      return page;
    }
    PageOddity oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
    Optional<CampusReply> odd = oddity.of(page);
    odd.ifPresent(changed -> count(oddity));
    return odd.orElse(page);
  }

  private RandomGenerator next(String request) {
    int nth = requests.merge(request, 1, Integer::sum);
    return new SplittableRandom(31 * (seed + request.hashCode()) + nth);
  }

  private synchronized void count(Object kind) {
    played.merge(kind.toString(), 1, Integer::sum);
  }
}
