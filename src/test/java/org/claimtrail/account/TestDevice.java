package org.claimtrail.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** A device with a passkey, and the browser it is in: answers as WebAuthn says, or as an attacker would. */
final class TestDevice {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;

    private final KeyPair keys;
    private final byte[] id = new byte[32];

    /** Whom the device believes to serve, and what its browser says of the page. */
    String rpId = "desk.example";

    String origin = "https://desk.example";
    boolean verifies = true;
    long counter = 1;
    byte[] handle = new byte[0];

    TestDevice() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new SecureRandom().nextBytes(id);
    }

    /** Answers what was asked for to make a passkey. */
    String makes(JsonNode asked) throws GeneralSecurityException {
        handle = Base64.getUrlDecoder().decode(asked.get("user").get("id").asString());
        ByteArrayOutputStream attested = new ByteArrayOutputStream();
        attested.writeBytes(authenticatorData(ATTESTED));
        attested.writeBytes(new byte[16]);
        attested.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        attested.writeBytes(id);
        attested.writeBytes(publicKey());
        byte[] data = attested.toByteArray();
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        attestation.write(0x59);
        attestation.writeBytes(
                ByteBuffer.allocate(2).putShort((short) data.length).array());
        attestation.writeBytes(data);
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"attestationObject":"%s","clientDataJSON":"%s","transports":["internal"]}}
                """.formatted(
                        base64(id),
                        base64(id),
                        base64(attestation.toByteArray()),
                        base64(clientData("webauthn.create", asked)));
    }

    /** Answers what was asked for to sign in. */
    String signsIn(JsonNode asked) throws GeneralSecurityException {
        counter++;
        byte[] data = authenticatorData(0);
        byte[] client = clientData("webauthn.get", asked);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return """
                {"id":"%s","rawId":"%s","type":"public-key","clientExtensionResults":{},
                 "response":{"authenticatorData":"%s","clientDataJSON":"%s","signature":"%s","userHandle":"%s"}}
                """.formatted(
                        base64(id), base64(id), base64(data), base64(client), base64(signature.sign()), base64(handle));
    }

    private byte[] authenticatorData(int flags) throws GeneralSecurityException {
        return ByteBuffer.allocate(37)
                .put(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt((int) counter)
                .array();
    }

    private byte[] clientData(String type, JsonNode asked) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, asked.get("challenge").asString(), origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20});
        cose.writeBytes(coordinate(key.getW().getAffineX().toByteArray()));
        cose.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cose.writeBytes(coordinate(key.getW().getAffineY().toByteArray()));
        return cose.toByteArray();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] fixed = new byte[32];
        int from = Math.max(0, number.length - 32);
        byte[] digits = Arrays.copyOfRange(number, from, number.length);
        System.arraycopy(digits, 0, fixed, 32 - digits.length, digits.length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 + text.length());
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
