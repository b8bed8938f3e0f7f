package org.lianzhi.standalone.identity;

import java.util.List;

/**
 * A demonstration user; all of them are made up.
 *
 * @param login what is typed at sign-in
 * @param person the opaque reference that goes into records instead of a name
 * @param name shown to the user's own side only
 * @param office its official name, which is Chinese in every language
 * @param bureau code as in the territory data
 * @param roles codes as in the claim
 */
public record DemoUser(
        String login, String person, String name, String side, String bureau, String office, List<String> roles) {}
