package org.lianzhi.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A photo as a phone takes it: twelve megapixels, in which nothing is quite even. */
final class SamplePhoto {

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int WANTED = 3_000_000;
    private static final int MOST_GRAIN = 64;

    private SamplePhoto() {}

    /** The finer the grain the larger the file: as much of it as makes 3 MB. */
    static byte[] ofThreeMegabytes(Random random) throws IOException {
        byte[] jpeg = {};
        for (int grain = 2; jpeg.length < WANTED && grain < MOST_GRAIN; grain += 2) {
            jpeg = withGrain(grain, random);
        }
        return jpeg;
    }

    private static byte[] withGrain(int grain, Random random) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int light = (x + y) * 180 / (WIDTH + HEIGHT) + random.nextInt(grain);
                picture.setRGB(x, y, light << 16 | light << 8 | (light / 2 + 40));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
