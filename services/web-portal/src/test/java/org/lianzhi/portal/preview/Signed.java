package org.lianzhi.portal.preview;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lianzhi.portal.shell.Shell;
import org.lianzhi.portal.signin.Staff;
import org.springframework.ui.Model;

/** Puts somebody's name into the header of a preview. */
final class Signed {

    static final Staff OFFICER = new Staff("李明", "永州市生态环境局江华分局", "hn", Set.of("officer"));
    static final Staff OF_CITY = new Staff("唐静", "永州市生态环境局", "hn", Set.of("officer", "lead"));
    static final Staff LABORANT = new Staff("韦丽", "富川生态环境监测站", "gx", Set.of("laboratory"));
    static final Staff SUPERVISOR = new Staff("陈静", "广西壮族自治区生态环境厅", "gx", Set.of("supervisor"));

    static final Staff INSPECTOR = new Staff("演示·督察人员", "（演示）上级督察机构", "cn", Set.of("inspector"));

    private Signed() {}

    static void in(Staff staff, Model model) {
        var shell = (Shell) Objects.requireNonNull(model.getAttribute("shell"));
        var places = staff.supervises()
                ? List.of(
                        new Shell.Place("nav.supervision", "/supervision", true),
                        new Shell.Place("nav.inbox", "/supervision/inbox", false),
                        new Shell.Place("nav.instructions", "/supervision/instructions", false),
                        new Shell.Place("nav.access", "/supervision/access", false),
                        new Shell.Place("nav.inspectors", "/supervision/inspectors", false),
                        new Shell.Place("nav.figures", "/supervision/figures", false))
                : staff.inspects() ? List.of(new Shell.Place("nav.inspector", "/inspector", true)) : officer(staff);
        model.addAttribute(
                "shell", new Shell(shell.language(), shell.switchHref(), shell.demo(), staff, shell.mark(), places));
    }

    private static List<Shell.Place> officer(Staff staff) {
        boolean ofCity = staff.equals(OF_CITY);
        return Stream.concat(
                        ofCity ? Stream.of(new Shell.Place("nav.papers", "/staff/papers", true)) : Stream.empty(),
                        Stream.of(
                                new Shell.Place("nav.worklist", "/staff/worklist", !ofCity),
                                new Shell.Place("nav.inbox", "/staff/inbox", false)))
                .toList();
    }
}
