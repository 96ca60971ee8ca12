package org.claimtrail.oidc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** How the provider is asked: with an end to waiting and to what is read, and without going where a redirect leads. */
final class IssuerHttp {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int MAX_BYTES = 1_048_576;

    private IssuerHttp() {}

    /** For what the provider says of itself, for its keys and for what it says of people. */
    static RestTemplate documents() {
        return bounded(new RestTemplate());
    }

    /** For a token in exchange for a code. */
    static RestClient tokens() {
        RestTemplate template = bounded(new RestTemplate(
                List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter())));
        template.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return RestClient.create(template);
    }

    private static RestTemplate bounded(RestTemplate template) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(ANSWER);
        template.setRequestFactory(requests);
        template.getInterceptors().add(IssuerHttp::read);
        return template;
    }

    private static ClientHttpResponse read(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse answer = execution.execute(request, body);
        if (answer.getStatusCode().is3xxRedirection()) {
            answer.close();
            throw new IOException("The provider sends the desk elsewhere");
        }
        byte[] bytes = answer.getBody().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            answer.close();
            throw new IOException("The provider’s answer is longer than " + MAX_BYTES + " bytes");
        }
        return new Read(answer, bytes);
    }

    /** An answer that was read to its end. */
    private record Read(ClientHttpResponse answer, byte[] bytes) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
