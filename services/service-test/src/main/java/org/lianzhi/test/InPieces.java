package org.lianzhi.test;

/**
 * A file that one person sends piece by piece.
 *
 * @param uploads path where files are begun, and below which their pieces are taken
 * @param key under which it is begun, however often
 */
public record InPieces(Api who, String uploads, String key) {

    public static final String NOT_YET = "?0";
    public static final String YES = "?1";
    public static final byte[] NOTHING = {};

    public InPieces by(Api other) {
        return new InPieces(other, uploads, key);
    }

    public InPieces under(String another) {
        return new InPieces(who, uploads, another);
    }

    public Api.Answer begin(long length) {
        return who.post(uploads, key, "", "Upload-Length", Long.toString(length), "Upload-Complete", NOT_YET);
    }

    /** Begins it; the id. */
    public String begun(byte[] file) {
        return begin(file.length).json().path("id").asString();
    }

    /** @param complete whether it is the last piece */
    public Api.Answer append(String id, long offset, byte[] piece, String complete) {
        return who.patch(
                uploads + "/" + id, piece, "Upload-Offset", Long.toString(offset), "Upload-Complete", complete);
    }
}
