package io.scopebridge.mapping;

import com.datasonnet.DSLowercase;
import com.datasonnet.header.Header;
import com.datasonnet.jsonnet.Val;
import com.datasonnet.spi.DataFormatService;
import com.datasonnet.spi.Library;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** DataSonnet's own library {@code ds} without what reads files and calls servers: a mapping has only its input. */
class PureFunctions extends Library {

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
