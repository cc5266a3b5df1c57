package app.oegukmin.template;

import java.util.Map;
import java.util.Set;

/**
 * What somebody wants to do, as IAM judges it.
 *
 * @param action as {@code dynamodb:PutItem}
 * @param resource its ARN
 * @param context values by condition key; a key that the request does not have is absent
 */
public record AccessRequest(String action, String resource, Map<String, Set<String>> context) {}
