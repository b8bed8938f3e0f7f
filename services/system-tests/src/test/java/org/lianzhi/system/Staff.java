package org.lianzhi.system;

import com.microsoft.playwright.Page;
import org.lianzhi.test.RunningLianzhi;

/** Somebody with a demonstration account, in a browser. */
class Staff {

    static final String PASSWORD = "lianzhi-demo";

    private final RunningLianzhi lianzhi;
    private final Page page;

    Staff(RunningLianzhi lianzhi, Page page) {
        this.lianzhi = lianzhi;
        this.page = page;
    }

    final Page page() {
        return page;
    }

    final RunningLianzhi lianzhi() {
        return lianzhi;
    }

    /** Asks for the staff's pages, which leads to the sign-in. */
    final void open() {
        page.navigate(lianzhi.portal() + "/staff");
    }

    final void signIn(String login) {
        open();
        fill(login, PASSWORD);
        page.waitForURL(url -> url.startsWith(lianzhi.portal()));
    }

    final void fill(String login, String password) {
        page.locator("#username").fill(login);
        page.locator("#password").fill(password);
        page.locator("main button[type=submit]").click();
    }

    final void signOut() {
        page.locator("form[action='/sign-out'] button").click();
        page.waitForURL(lianzhi.portal() + "/");
    }
}
