package org.lianzhi.portal.cases;

import java.util.List;
import org.lianzhi.model.CaseEvent.Inspector;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.shell.PortalProperties;
import org.springframework.stereotype.Component;

/**
 * The people of the reader's own office. Records hold references only; names are for those who know them anyway, and for an
 * office of the same side that works at the same paper.
 */
@Component
public class Colleagues {

    private final PortalProperties settings;

    Colleagues(PortalProperties settings) {
        this.settings = settings;
    }

    public List<Choice> of(Reader reader) {
        return settings.colleagues().stream()
                .filter(colleague -> colleague.bureau().equals(reader.bureau()))
                .map(colleague -> Choice.named(colleague.person(), colleague.name()))
                .toList();
    }

    /** The name of somebody of the reader's own office; the reference where the operator has told none. */
    public String name(Reader reader, String person) {
        return name(reader.bureau(), person);
    }

    /** The same of an office whose people the reader may know: that they may was looked at before. */
    String name(String office, String person) {
        return settings.colleagues().stream()
                .filter(colleague ->
                        colleague.person().equals(person) && colleague.bureau().equals(office))
                .map(PortalProperties.Colleague::name)
                .findFirst()
                .orElse(person);
    }

    public static List<Inspector> inspectors(Reader reader, List<String> people, boolean credentialsShown) {
        return people.stream()
                .map(person -> new Inspector(reader.bureau(), person, credentialsShown))
                .toList();
    }
}
