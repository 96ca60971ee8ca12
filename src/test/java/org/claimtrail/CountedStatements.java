package org.claimtrail;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the SQL statements that the program prepares for requests: what its jobs do meanwhile is not counted. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<String> JOB_THREADS = List.of("db-scheduler", "spring-session-");
    private static final Set<String> PREPARING = Set.of("prepareStatement", "prepareCall", "createStatement");

    /** How many statements the action prepared; no other request may run meanwhile. */
    public static int during(ThrowingRunnable action) throws Exception {
        int before = COUNT.get();
        action.run();
        return COUNT.get() - before;
    }

    /** Something to count. */
    @FunctionalInterface
    public interface ThrowingRunnable {
        void run() throws Exception;
    }

    @Bean
    static BeanPostProcessor countsStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? counted(source) : bean;
            }
        };
    }

    private static Object counted(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(source, method, arguments);
            return result instanceof Connection connection ? counted(connection) : result;
        });
    }

    private static Object counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (PREPARING.contains(method.getName()) && !onJobThread()) {
                COUNT.incrementAndGet();
            }
            return call(connection, method, arguments);
        });
    }

    private static boolean onJobThread() {
        String thread = Thread.currentThread().getName();
        return JOB_THREADS.stream().anyMatch(thread::startsWith);
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(CountedStatements.class.getClassLoader(), new Class<?>[] {type}, handler);
    }
}
