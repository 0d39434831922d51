package io.scopebridge.security;

import io.hawt.jmx.JMXSecurity;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells the console what {@link JolokiaPolicy} permits, so that it offers nothing else. */
@Component
@ConditionalOnProperty("spring.jmx.enabled")
public class JmxRights extends JMXSecurity {

    private final JolokiaPolicy policy = new JolokiaPolicy();

    public JmxRights() throws IOException {
    }

    @PostConstruct
    @Override
    public void init() throws Exception {
        super.init();
    }

    @PreDestroy
    @Override
    public void destroy() throws Exception {
        super.destroy();
    }

    @Override
    protected String getDefaultObjectName() {
        return "hawtio:type=security,area=jmx,name=ScopeBridge";
    }

    @Override
    public boolean canInvoke(String mbean, String operation) {
        try {
            return policy.isOperationAllowed(new ObjectName(mbean), operation);
        } catch (MalformedObjectNameException e) {
            return false;
        }
    }

    @Override
    public boolean canInvoke(String mbean, String operation, String[] argumentTypes) {
        return canInvoke(mbean, operation);
    }

    @Override
    public TabularData canInvoke(Map<String, List<String>> asked) throws OpenDataException {
        TabularData answer = new TabularDataSupport(CAN_INVOKE_TABULAR_TYPE);
        for (Map.Entry<String, List<String>> mbean : asked.entrySet()) {
            for (String operation : mbean.getValue().stream().distinct().toList()) {
                answer.put(row(mbean.getKey(), operation, canInvoke(mbean.getKey(), operation)));
            }
        }
        return answer;
    }

    private static CompositeDataSupport row(String mbean, String operation, boolean allowed) throws OpenDataException {
        return new CompositeDataSupport(CAN_INVOKE_RESULT_ROW_TYPE, CAN_INVOKE_RESULT_COLUMNS, new Object[] {mbean, operation, allowed});
    }
}
