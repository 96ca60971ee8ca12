package org.claimtrail.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain HTTP in a session of its own, for what no browser would send. It follows no redirect. */
final class Http {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("id=\"invitation\"[^>]* value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----e2e-boundary";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Desk desk;
    private String token = "";

    private Http(Desk desk) {
        this.desk = desk;
    }

    static Http visitor(Desk desk) {
        return new Http(desk);
    }

    /** Makes an account by an invitation, or by the set-up link, and signs in with it. */
    static Http joins(Desk desk, String link, String name, String email) {
        Http http = new Http(desk);
        String path = URI.create(link).getPath();
        http.takesToken(path);
        http.post(
                path,
                Map.of("name", name, "email", email, "password", Person.PASSWORD, "passwordAgain", Person.PASSWORD));
        return signedIn(desk, email);
    }

    static Http signedIn(Desk desk, Person as) {
        return signedIn(desk, as.email());
    }

    static Http signedIn(Desk desk, String email) {
        Http http = new Http(desk);
        http.takesToken("/sign-in");
        HttpResponse<String> in = http.post("/sign-in", Map.of("email", email, "password", Person.PASSWORD));
        if (in.statusCode() != 302 || location(in).contains("/sign-in")) {
            throw new IllegalStateException("Could not sign in: " + in.statusCode() + " " + location(in));
        }
        http.takesToken("/articles/new");
        return http;
    }

    /** An admin makes an invitation for a reviewer; its link is returned. */
    String invites() {
        post("/accounts/invitations", Map.of("role", "reviewer"));
        Matcher link = INVITATION.matcher(get("/accounts").body());
        if (!link.find()) {
            throw new IllegalStateException("The page of accounts shows no invitation");
        }
        return link.group(1);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return postRaw(path, form);
    }

    /** Posts a form that is encoded already. */
    HttpResponse<String> postRaw(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encode(token)))
                .build());
    }

    HttpResponse<String> upload(
            String path, String fileName, String mediaType, byte[] file, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, field("_csrf", token));
        fields.forEach((name, value) -> write(body, field(name, value)));
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + mediaType + "\r\n\r\n");
        body.writeBytes(file);
        write(body, "\r\n--" + BOUNDARY + "--\r\n");
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** Where a redirect leads, or an empty text. */
    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private void takesToken(String path) {
        Matcher found = TOKEN.matcher(get(path).body());
        if (!found.find()) {
            throw new IllegalStateException("No form with a token at " + path);
        }
        token = found.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(desk.address() + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static void write(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
