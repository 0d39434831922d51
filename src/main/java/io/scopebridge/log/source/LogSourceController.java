package io.scopebridge.log.source;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What ScopeStack or the PSA gave, next to what was made of it (feature F2). Inputs are data of tenants: for operators. */
@RestController
class LogSourceController {

    private final LogSources sources;

    LogSourceController(LogSources sources) {
        this.sources = sources;
    }

    @GetMapping("/api/log/{id}/source")
    Source source(@PathVariable long id) {
        return sources.of(id);
    }
}
