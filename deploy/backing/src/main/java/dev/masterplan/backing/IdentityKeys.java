package dev.masterplan.backing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The gateway's Ed25519 key pair as PEM files, made once in a folder and kept.
 *
 * @param privateKey PKCS#8, readable by its owner only
 * @param publicKey  SubjectPublicKeyInfo
 */
public record IdentityKeys(Path privateKey, Path publicKey) {

    private static final int PEM_LINE = 64;

    public static IdentityKeys in(Path folder) {
        IdentityKeys keys = new IdentityKeys(folder.resolve("identity.key"), folder.resolve("identity.pub"));
        try {
            if (!Files.exists(keys.publicKey)) {
                Files.createDirectories(folder);
                keys.generate();
            }
            return keys;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new BackingException("identity keys can't be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void generate() throws IOException, NoSuchAlgorithmException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.deleteIfExists(privateKey);
        Files.createFile(
                privateKey, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(privateKey, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(publicKey, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String pem(String label, byte[] encoded) {
        String body = Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
