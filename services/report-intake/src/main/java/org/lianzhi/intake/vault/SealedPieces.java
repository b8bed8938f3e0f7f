package org.lianzhi.intake.vault;

import java.util.Optional;
import org.lianzhi.kit.Pieces;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Pieces of files that are not whole yet: each is sealed as it comes. */
public final class SealedPieces implements Pieces.Bytes {

    private final Vault vault;

    private SealedPieces(Vault vault) {
        this.vault = vault;
    }

    public static Pieces in(Vault vault, MongoDatabaseFactory database) {
        return new Pieces(new SealedPieces(vault), database, "upload_pieces");
    }

    private static String holder(String upload) {
        return "pieces/" + upload;
    }

    private static String piece(String upload, int number) {
        return holder(upload) + "/" + number;
    }

    @Override
    public void put(String upload, int number, byte[] piece) {
        vault.put(vault.keyFor(holder(upload), VaultKeys.ofUploads()), piece(upload, number), piece);
    }

    @Override
    public Optional<byte[]> get(String upload, int number) {
        return vault.key(holder(upload)).flatMap(key -> vault.get(key, piece(upload, number)));
    }

    @Override
    public void forget(String upload, int count) {
        vault.forgetKey(holder(upload));
        for (int number = 0; number <= count; number++) {
            vault.forget(piece(upload, number));
        }
    }
}
