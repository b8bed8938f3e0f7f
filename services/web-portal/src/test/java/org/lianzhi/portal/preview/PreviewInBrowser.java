package org.lianzhi.portal.preview;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.lianzhi.test.Browsers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages as the preview fills them, in a browser. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=web-portal", "server.address=127.0.0.1", "lianzhi.portal.demo=true"})
@ActiveProfiles("preview")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PreviewInBrowser {

    @LocalServerPort
    protected int port;

    protected Browsers browsers;

    @BeforeAll
    void open() {
        browsers = Browsers.start();
    }

    @AfterAll
    void close() {
        browsers.close();
    }
}
