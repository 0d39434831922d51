package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.List;
import java.util.function.Predicate;

/** Projects, their phases, tickets and tasks. */
class ProjectRoutes {

    private static final String HEADERS = "Project/Project Headers";
    private static final String PHASES = "Project/Project Phase";
    private static final String TICKETS = "Project/Project Tickets";
    private static final String TASKS = "Project/Project Ticket Tasks";

    private final Records records;
    private final Resource projects;
    private final Resource phases;
    private final Resource tickets;
    private final Resource tasks;

    ProjectRoutes(PracticeConnectWise server) {
        records = server.records();
        projects = new Resource(server, Models.PROJECT, 7301, new ProjectRules(records));
        phases = new Resource(server, Models.PHASE, 20901, new PhaseRules(records));
        tickets = new Resource(server, Models.TICKET, 50001, new TicketRules(records));
        tasks = new Resource(server, Models.TASK, 80001, new TaskRules(records));
    }

    void register(Api api) {
        projects(api);
        phases(api);
        tickets(api);
        tasks(api);
        new Templates(records, phases, tickets).register(api);
    }

    private void projects(Api api) {
        api.table("/project/projects", HEADERS, projects);
        api.on("POST", "/project/projects", HEADERS, request -> projects.create(request, Errors.object()));
        String one = "/project/projects/" + Api.ID;
        api.on("PATCH", one, HEADERS, request -> projects.patch(request, request.id(0), Api.ALL));
        api.on("PUT", one, HEADERS, request -> projects.replace(request, request.id(0), Api.ALL));
        api.on("DELETE", one, HEADERS, this::removeProject);
        api.list(one + "/projectWorkplan", HEADERS, request -> {
            projects.held(request.id(0), Api.ALL);
            return Answer.of(200, Workplan.of(records, request.id(0)));
        });
    }

    private void phases(Api api) {
        String all = "/project/projects/" + Api.ID + "/phases";
        api.list(all, PHASES, request -> phases.list(request, ofProject(request)));
        api.count(all + "/count", PHASES, request -> phases.count(request, ofProject(request)));
        api.on("POST", all, PHASES, request -> phases.create(request, Errors.object().put("projectId", request.id(0))));
        String one = all + "/" + Api.ID;
        api.on("GET", one, PHASES, request -> phases.one(request, request.id(1), ofProject(request)));
        api.on("PATCH", one, PHASES, request -> phases.patch(request, request.id(1), ofProject(request)));
        api.on("DELETE", one, PHASES, request -> phases.remove(request.id(1), ofProject(request)));
    }

    private void tickets(Api api) {
        api.table("/project/tickets", TICKETS, tickets);
        api.on("POST", "/project/tickets", TICKETS, request -> tickets.create(request, Errors.object()));
        api.on("POST", "/project/tickets/search", TICKETS + "/inquire", Listing.PARAMETERS, tickets::search);
        String one = "/project/tickets/" + Api.ID;
        api.on("PATCH", one, TICKETS, request -> tickets.patch(request, request.id(0), Api.ALL));
        api.on("DELETE", one, TICKETS, request -> tickets.remove(request.id(0), Api.ALL));
    }

    private void tasks(Api api) {
        String all = "/project/tickets/" + Api.ID + "/tasks";
        api.list(all, TASKS, request -> tasks.list(request, ofTicket(request)));
        api.count(all + "/count", TASKS, request -> tasks.count(request, ofTicket(request)));
        api.on("POST", all, TASKS, request -> {
            ofTicket(request);
            return tasks.create(request, Errors.object().put("ticketId", request.id(0)));
        });
        String one = all + "/" + Api.ID;
        api.on("GET", one, TASKS, request -> tasks.one(request, request.id(1), ofTicket(request)));
        api.on("PATCH", one, TASKS, request -> tasks.patch(request, request.id(1), ofTicket(request)));
        api.on("DELETE", one, TASKS, request -> tasks.remove(request.id(1), ofTicket(request)));
    }

    private Predicate<JsonNode> ofProject(Request request) {
        long id = request.id(0);
        if (!records.has("projects", id)) throw Errors.notFound("project", id);
        return phase -> phase.path("projectId").asLong() == id;
    }

    private Predicate<JsonNode> ofTicket(Request request) {
        long id = request.id(0);
        if (!records.has("tickets", id)) throw Errors.notFound("ticket", id);
        return task -> task.path("ticketId").asLong() == id;
    }

    private Answer removeProject(Request request) {
        long id = request.id(0);
        Answer answer = projects.remove(id, Api.ALL);
        List<Long> gone = ids("tickets", ticket -> ticket.path("project").path("id").asLong() == id);
        ids("tasks", task -> gone.contains(task.path("ticketId").asLong())).forEach(task -> records.remove("tasks", task));
        gone.forEach(ticket -> records.remove("tickets", ticket));
        ids("phases", phase -> phase.path("projectId").asLong() == id).forEach(phase -> records.remove("phases", phase));
        return answer;
    }

    private List<Long> ids(String type, Predicate<ObjectNode> which) {
        return records.stream(type).filter(which).map(record -> record.get("id").asLong()).toList();
    }
}
