package io.scopebridge.mapping;

import com.datasonnet.DSLowercase;
import com.datasonnet.Mapper;
import com.datasonnet.header.Header;
import com.datasonnet.jsonnet.Val;
import com.datasonnet.spi.DataFormatService;
import com.datasonnet.spi.Library;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DataSonnet's own library {@code ds} without what reads files and calls servers: a mapping has only its input. */
class PureFunctions extends Library {

    private static final Logger LOG = LoggerFactory.getLogger(PureFunctions.class);

    /** A mapper keeps the library that this one replaced, half of its memory, and no longer reads it. Without effect mappers are larger. */
    static void forgetReplaced(Mapper mapper) {
        try {
            Field replaced = Mapper.class.getDeclaredField("defaultLibraries");
            replaced.setAccessible(true);
            replaced.set(mapper, null);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("A mapper keeps the library ds twice: {}", e.toString());
        }
    }

    @Override
    public String namespace() {
        return DSLowercase.namespace();
    }

    @Override
    public Map<String, Val.Func> functions(DataFormatService formats, Header header) {
        Map<String, Val.Func> pure = new HashMap<>(DSLowercase.functions(formats, header));
        pure.remove("readUrl");
        return pure;
    }

    @Override
    public Map<String, Val.Obj> modules(DataFormatService formats, Header header) {
        return DSLowercase.modules(formats, header);
    }

    @Override
    public Set<String> libsonnets() {
        return DSLowercase.libsonnets();
    }
}
