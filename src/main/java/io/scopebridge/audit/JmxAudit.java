package io.scopebridge.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.failure.Redaction;
import io.scopebridge.security.JolokiaPolicy;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.request.NotChangedException;
import org.jolokia.service.jmx.LocalRequestHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Executes requests of Jolokia, which creates it from META-INF/jolokia/services. Every operation over HTTP that can change something is
 * recorded, refused ones too; an operation with a parameter {@code reason} is refused without one.
 */
public class JmxAudit extends LocalRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JmxAudit.class);
    private static final int LONGEST_ARGUMENT = 200;

    public JmxAudit(int order) {
        super(order);
    }

    @Override
    public <R extends JolokiaRequest> Object handleRequest(R request, Object previous)
        throws IOException, JMException, NotChangedException, BadRequestException, EmptyResponseException {
        if (!(request instanceof JolokiaExecRequest operation) || JolokiaPolicy.onlyLooks(operation.getOperation())) return super.handleRequest(request, previous);
        AuditEntry.Outcome outcome = AuditEntry.Outcome.FAILED;
        String reason = null;
        try {
            reason = reason(operation);
            Object result = super.handleRequest(request, previous);
            outcome = AuditEntry.Outcome.DONE;
            return result;
        } catch (SecurityException | BadRequestException refused) {
            outcome = AuditEntry.Outcome.REFUSED;
            throw refused;
        } finally {
            record(operation, reason, outcome);
        }
    }

    /** Null if the operation takes none. */
    private static String reason(JolokiaExecRequest request) throws BadRequestException {
        List<?> arguments = request.getArguments() == null ? List.of() : request.getArguments();
        OptionalInt at = positionOfReason(request.getObjectName(), name(request), arguments.size());
        if (at.isEmpty()) return null;
        Object reason = arguments.get(at.getAsInt());
        if (reason == null || reason.toString().isBlank()) throw new BadRequestException("The argument 'reason' of " + name(request) + " must give the reason.");
        return reason.toString().strip();
    }

    private static OptionalInt positionOfReason(ObjectName bean, String operation, int arguments) {
        return operations(bean).filter(one -> one.getName().equals(operation)).map(MBeanOperationInfo::getSignature).filter(signature -> signature.length == arguments)
            .flatMapToInt(signature -> IntStream.range(0, signature.length).filter(i -> signature[i].getName().equals("reason"))).findFirst();
    }

    /** Of whichever server has the bean, as Jolokia looks in all of them. */
    private static Stream<MBeanOperationInfo> operations(ObjectName bean) {
        for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
            try {
                if (server.isRegistered(bean)) return Stream.of(server.getMBeanInfo(bean).getOperations());
            } catch (JMException gone) {
                LOG.debug("{} is gone", bean, gone);
            }
        }
        return Stream.empty();
    }

    private static void record(JolokiaExecRequest request, String reason, AuditEntry.Outcome outcome) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes http)) throw new IllegalStateException("There is no HTTP request");
            WebApplicationContextUtils.getRequiredWebApplicationContext(http.getRequest().getServletContext()).getBean(AuditTrail.class)
                .add(new AuditEntry(0, null, Who.name(user), Who.role(user), "jmx." + name(request), null, request.getObjectName().getCanonicalName(), reason, outcome, null,
                    details(request, outcome)));
        } catch (RuntimeException e) {
            LOG.error("{} of {} by {} ended with {} and could not be recorded", name(request), request.getObjectName(), Who.name(user), outcome, e);
        }
    }

    /** The arguments of what was permitted; a refused request may contain anything. */
    private static ObjectNode details(JolokiaExecRequest request, AuditEntry.Outcome outcome) {
        if (outcome == AuditEntry.Outcome.REFUSED || request.getArguments() == null || request.getArguments().isEmpty()) return null;
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        request.getArguments().forEach(argument -> {
            String text = Redaction.of(String.valueOf(argument));
            details.withArray("/arguments").add(text.substring(0, Math.min(text.length(), LONGEST_ARGUMENT)));
        });
        return details;
    }

    private static String name(JolokiaExecRequest request) {
        return request.getOperation().replaceFirst("\\(.*", "");
    }
}
