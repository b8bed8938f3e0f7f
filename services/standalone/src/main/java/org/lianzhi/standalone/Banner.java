package org.lianzhi.standalone;

import java.nio.file.Path;

/** What stands at the end of the start. */
final class Banner {

    private Banner() {}

    static String of(int port, Path data, long nanos) {
        return """

              联治 Lianzhi is ready after %.1f s

              Portal     http://localhost:%d
              Sign-in    jianghua-1, fuchuan-1 (officers), jianghua-lab, fuchuan-lab,
                         hunan-supervisor, guangxi-supervisor, inspector,
                         administrator;
                         password lianzhi-demo. All people and figures are made up.
              Data       %s
              Log        %s
              Stop       Ctrl-C
            """.formatted(nanos / 1e9, port, data, data.resolve("logs").resolve("lianzhi.log"));
    }
}
