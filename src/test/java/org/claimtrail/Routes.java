package org.claimtrail;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes of the running program and the fields that each takes, read from the program itself. */
final class Routes {

    /**
     * One route.
     *
     * @param fields name and type of what it takes from a query or a form
     * @param forms the types that it fills from one
     */
    record Route(HttpMethod method, String pattern, Map<String, Class<?>> fields, List<Class<?>> forms) {

        boolean changes() {
            return !method.equals(HttpMethod.GET);
        }

        boolean hasObject() {
            return pattern.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private Routes() {}

    static List<Route> of(RequestMappingHandlerMapping mappings) {
        List<Route> routes = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            for (String pattern : info.getPatternValues()) {
                List<RequestMethod> methods =
                        new ArrayList<>(info.getMethodsCondition().getMethods());
                if (methods.isEmpty()) {
                    methods.add(RequestMethod.GET);
                }
                for (RequestMethod method : methods) {
                    routes.add(route(method, pattern, handler));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::pattern)
                .thenComparing(r -> r.method().name()));
        return routes;
    }

    private static Route route(RequestMethod method, String pattern, HandlerMethod handler) {
        Map<String, Class<?>> fields = new LinkedHashMap<>();
        List<Class<?>> forms = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            Class<?> type = parameter.getParameterType();
            if (named != null) {
                fields.put(named.name().isEmpty() ? name(parameter) : named.name(), type);
            } else if (type.isRecord()
                    && type.getName().startsWith("org.claimtrail")
                    && !parameter.hasParameterAnnotation(org.springframework.web.bind.annotation.RequestBody.class)) {
                forms.add(type);
                addFields("", type, fields);
            }
        }
        return new Route(method.asHttpMethod(), pattern, fields, forms);
    }

    private static String name(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterName());
    }

    private static void addFields(String before, Class<?> form, Map<String, Class<?>> fields) {
        for (RecordComponent part : form.getRecordComponents()) {
            Class<?> of = elementOf(part.getGenericType());
            if (MultipartFile.class.isAssignableFrom(part.getType())) {
                continue;
            }
            if (of != null && of.isRecord()) {
                addFields(before + part.getName() + "[0].", of, fields);
            }
            fields.put(before + part.getName(), part.getType());
        }
    }

    private static @org.jspecify.annotations.Nullable Class<?> elementOf(Type type) {
        return type instanceof ParameterizedType list
                        && list.getActualTypeArguments().length == 1
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }
}
