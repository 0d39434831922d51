package io.scopebridge.tenant;

import io.scopebridge.connection.Connections;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures over time for the small charts of the console. */
@RestController
class ChartsController {

    private final OverviewCharts charts;
    private final Connections connections;

    ChartsController(OverviewCharts charts, Connections connections) {
        this.charts = charts;
        this.connections = connections;
    }

    /** @param connection its id; default: all together */
    @GetMapping("/api/overview/charts")
    OverviewCharts.Charts charts(@RequestParam(required = false) String connection) {
        return charts.of(connection == null || connection.isBlank() ? null : connections.view(connection.strip()).id());
    }
}
