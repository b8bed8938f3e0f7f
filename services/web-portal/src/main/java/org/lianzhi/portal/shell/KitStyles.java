package org.lianzhi.portal.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The open kits' style sheets in our own dress. Their typeface and crest may be used by their owner only, so what names
 * them is taken out before the sheet is served and not merely overridden; their colours become ours in one place.
 */
final class KitStyles implements ResourceTransformer {

    private static final Pattern FONT_FACE = Pattern.compile("@font-face\\{[^}]*}");
    private static final Pattern FONT_NOTICE = Pattern.compile("/\\*! Copyright[^*]*Margaret Calvert[^*]*\\*/");

    private static final Map<String, String> OURS = new LinkedHashMap<>();

    static {
        OURS.put("GDS Transport,arial,sans-serif", "var(--lz-font)");
        OURS.put("url(/assets/images/govuk-crest.svg)", "none");
        OURS.put("url(/assets/images/", "url(/webjars/ministryofjustice__frontend/moj/assets/images/");
        OURS.put("#1d70b8", "#0e5d78"); // links, information: river blue
        OURS.put("#1a65a6", "#0b4d64");
        OURS.put("#003078", "#083c50"); // links under the pointer
        OURS.put("#00703c", "#12694a"); // buttons: river green
        OURS.put("#005a30", "#0d543b");
        OURS.put("#002d18", "#072f21");
        OURS.put("#0b0c0c", "#13252b"); // text
        OURS.put("#505a5f", "#47585e"); // secondary text
        OURS.put("#f3f2f1", "#eff4f3"); // grounds
        OURS.put("#b1b4b6", "#b3c0c1"); // lines
        OURS.put("#fd0", "#ffd44d"); // focus
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var original = chain.transform(request, resource);
        if (!String.valueOf(original.getFilename()).endsWith(".css")) {
            return original;
        }
        var css = ours(original.getContentAsString(StandardCharsets.UTF_8));
        return new TransformedResource(original, css.getBytes(StandardCharsets.UTF_8));
    }

    static String ours(String css) {
        var result = FONT_NOTICE.matcher(FONT_FACE.matcher(css).replaceAll("")).replaceAll("");
        for (var change : OURS.entrySet()) {
            result = result.replace(change.getKey(), change.getValue());
        }
        return result;
    }
}
