package io.scopebridge.security;

import io.scopebridge.security.session.SessionLogins;
import io.scopebridge.security.signon.SignOn;
import io.scopebridge.user.ConsoleUsers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.RelativeRedirectFilter;

/**
 * Authorization over HTTP. Viewers read; operators also retry, sync and push; admins do everything. People log in with a form and have a
 * session; programs use HTTP Basic without one.
 */
@Configuration
class ConsoleSecurity {

    private static final String MANUAL = "/manual/";
    private static final String[] EVERY_ROLE = {"viewer", "operator", "admin"};
    /** Our own pages and responses; Hawtio's pages have their own policy. */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private static final RequestMatcher NOT_A_PAGE = request -> {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.contains("/jolokia") || path.contains("/proxy")
                || path.startsWith("/actuator/") && !path.startsWith("/actuator/hawtio");
    };
    private static final RequestMatcher OF_A_PROGRAM = request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null
            && request.getRequestedSessionId() == null;
    private static final RequestMatcher PAGE = request -> HttpMethod.GET.matches(request.getMethod())
            && (request.getRequestURI().startsWith("/actuator/hawtio") || request.getRequestURI().startsWith(MANUAL)) && !NOT_A_PAGE.matches(request)
            && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");

    @Bean
    SecurityFilterChain consoleChain(HttpSecurity http, ConsoleSettings settings, Problems problems, @Value("${scopebridge.public-url}") String publicUrl, KnownBrowsers browsers, ConsoleUsers users,
                                     SessionLogins sessionLogins, SignOn signOn, @Qualifier("apiAudit") ObjectProvider<Filter> audit) throws Exception {
        WantedPage wanted = new WantedPage(PAGE, List.of("/actuator/hawtio/", MANUAL));
        // After authentication, so that the user is known; before authorization, so that refusals are recorded.
        audit.ifAvailable(filter -> http.addFilterBefore(filter, ExceptionTranslationFilter.class));
        signOn.apply(http, wanted, "/actuator/hawtio/");
        return http
                .authorizeHttpRequests(ConsoleSecurity::rules)
                .securityContext(context -> context.securityContextRepository(new DelegatingSecurityContextRepository(new RequestAttributeSecurityContextRepository(), sessionLogins)))
                .formLogin(form -> form.loginPage("/login").authenticationDetailsSource(LoginDetails::new).successHandler(new ReturnToPage("/actuator/hawtio/", wanted, browsers, users))
                        .failureHandler((request, response, e) -> response.sendRedirect("/login?" + reason(e))).permitAll())
                .httpBasic(basic -> basic.authenticationDetailsSource(LoginDetails::new).authenticationEntryPoint(problems))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .requestCache(cache -> cache.requestCache(wanted))
                .exceptionHandling(refused -> refused
                        .defaultAuthenticationEntryPointFor(problems, NOT_A_PAGE)
                        .defaultAuthenticationEntryPointFor(loginPage(), request -> true)
                        .accessDeniedHandler(problems))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()).ignoringRequestMatchers(OF_A_PROGRAM))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        // Not no-referrer: browsers then send "Origin: null" with a form.
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new HostCheck(settings, publicUrl, problems), CsrfFilter.class)
                .addFilterBefore(new OriginCheck(settings, problems), CsrfFilter.class)
                .addFilterAfter(new CsrfCookie(), BasicAuthenticationFilter.class)
                .build();
    }

    private static void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests
                .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers("/login", "/login/**", "/favicon.ico").permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**").permitAll()
                .requestMatchers("/actuator/hawtio/proxy/enabled", "/hawtio/proxy/enabled").hasAnyRole(EVERY_ROLE)
                .requestMatchers("/actuator/hawtio/proxy/**", "/hawtio/proxy/**").denyAll()
                // The login of Hawtio itself, which nobody needs.
                .requestMatchers(HttpMethod.POST, "/actuator/hawtio/auth/login", "/hawtio/auth/login").denyAll()
                .requestMatchers("/actuator/jolokia/**", "/actuator/hawtio/**").hasAnyRole(EVERY_ROLE)
                .requestMatchers("/actuator/**").hasRole("admin")
                .requestMatchers("/api/audit", "/api/audit/**").hasAnyRole("operator", "admin")
                // Inputs of mappings are data of tenants.
                .requestMatchers("/api/mappings/*/inputs", "/api/log/*/source", "/api/jobs/*/source").hasAnyRole("operator", "admin")
                .requestMatchers("/api/users", "/api/users/**").hasRole("admin")
                .requestMatchers(HttpMethod.PUT, "/api/me/password").hasAnyRole(EVERY_ROLE)
                .requestMatchers(HttpMethod.GET, "/api/**").hasAnyRole(EVERY_ROLE)
                .requestMatchers(HttpMethod.POST, "/api/connections/*/sync", "/api/connections/*/check", "/api/connections/*/companies/sync").hasAnyRole("operator", "admin")
                .requestMatchers(HttpMethod.POST, "/api/connections/*/drift", "/api/connections/*/drift/**").hasAnyRole("operator", "admin")
                .requestMatchers("/api/connections/*/projects/**").hasAnyRole("operator", "admin")
                .requestMatchers("/api/connections", "/api/connections/**").hasRole("admin")
                .requestMatchers(HttpMethod.POST, "/api/alerts/deliveries/*/retry").hasAnyRole("operator", "admin")
                .requestMatchers("/api/alerts", "/api/alerts/**").hasRole("admin")
                .requestMatchers("/api/mappings", "/api/mappings/**").hasRole("admin")
                .requestMatchers(HttpMethod.POST, "/api/**").hasAnyRole("operator", "admin")
                .requestMatchers("/api/**").hasRole("admin")
                .anyRequest().hasAnyRole(EVERY_ROLE);
    }

    private static LoginUrlAuthenticationEntryPoint loginPage() {
        LoginUrlAuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint("/login");
        page.setFavorRelativeUris(true);
        return page;
    }

    private static String reason(AuthenticationException e) {
        return e instanceof TooManyLogins wait ? "wait=" + wait.seconds() : e instanceof TooManyChecks ? "busy" : "wrong";
    }

    /**
     * Redirects stay as they are: behind a proxy only the browser knows scheme, host and port. Tomcat's own setting does not cover
     * HTTP/1.0, which nginx speaks.
     */
    @Bean
    FilterRegistrationBean<RelativeRedirectFilter> relativeRedirects() {
        RelativeRedirectFilter relative = new RelativeRedirectFilter();
        relative.setRedirectStatus(HttpStatus.FOUND);
        FilterRegistrationBean<RelativeRedirectFilter> first = new FilterRegistrationBean<>(relative);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    /** After the limit of the body. */
    @Bean
    FilterRegistrationBean<BulkLimit> bulkLimit() {
        FilterRegistrationBean<BulkLimit> registration = new FilterRegistrationBean<>(new BulkLimit());
        registration.addUrlPatterns("/actuator/jolokia/*", "/actuator/hawtio/*");
        return registration;
    }

    /** The filters are not timed one by one: nobody reads that, and each request paid for it at each filter. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** Passwords that were not checked count as refused logins too. */
    @Bean
    AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
        DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(Map.of(TooManyLogins.class, AuthenticationFailureLockedEvent.class));
        return publisher;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Spring creates the token only on access; Hawtio's pages expect its cookie. */
    private static class CsrfCookie extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token && !OF_A_PROGRAM.matches(request)) {
                token.getToken();
            }
            chain.doFilter(request, response);
        }
    }
}
