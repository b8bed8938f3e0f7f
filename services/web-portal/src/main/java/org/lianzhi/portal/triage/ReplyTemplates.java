package org.lianzhi.portal.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Choice;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Texts with which an office begins its replies; they are the operator's data. */
@ConfigurationProperties("lianzhi.replies")
record ReplyTemplates(@DefaultValue List<Template> templates) {

    /**
     * A text in Chinese, and in English where somebody has written it.
     *
     * @param name as officers know it
     */
    record Template(String name, String zh, @Nullable String en) {

        Template {
            if (name == null || name.isBlank() || zh == null || zh.isBlank()) {
                throw new IllegalArgumentException(
                        "lianzhi.replies.templates: each needs a name and a text in Chinese (name, zh)");
            }
        }
    }

    /** Each text that there is. */
    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < templates.size(); i++) {
            Template template = templates.get(i);
            choices.add(Choice.named(i + "-zh", template.name()));
            if (template.en() != null) {
                choices.add(Choice.named(i + "-en", template.name() + " (English)"));
            }
        }
        return choices;
    }

    /** What was typed, and below it the text that was chosen. */
    String insertedInto(String typed, String chosen) {
        String text = textOf(chosen);
        return typed.isBlank() ? text : text.isEmpty() ? typed : typed + "\n\n" + text;
    }

    private String textOf(String chosen) {
        for (int i = 0; i < templates.size(); i++) {
            if (chosen.equals(i + "-zh")) {
                return templates.get(i).zh().strip();
            }
            String english = templates.get(i).en();
            if (chosen.equals(i + "-en") && english != null) {
                return english.strip();
            }
        }
        return "";
    }
}
