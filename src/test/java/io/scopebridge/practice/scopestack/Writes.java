package io.scopebridge.practice.scopestack;

import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.util.List;

/** POST, PATCH and DELETE. The callers see to it that only one write runs at a time. */
class Writes {

    private final Rows rows;
    private final Reads reads;
    private final Projects projects;

    Writes(Rows rows, Reads reads, Projects projects) {
        this.rows = rows;
        this.reads = reads;
        this.projects = projects;
    }

    Answer create(Request request) {
        ResourceType type = Reads.type(request);
        Account account = Reads.account(request);
        Includes includes = Question.one(request, type);
        Change change = Change.read(request, type, account, rows, null);
        Row row = rows.add(type, account, rows.nextId(type, account), change.attributes(), change.links());
        linkProjects(row, change);
        var body = reads.documents(account).of(row, includes);
        return new Answer(201, body, Reads.ok(body).headers()).with("Location", body.at("/data/links/self").asText());
    }

    Answer patch(Request request) {
        Row row = reads.row(request);
        Account account = Reads.account(request);
        Includes includes = Question.one(request, row.type());
        Change change = Change.read(request, row.type(), account, rows, row);
        String status = row.text("status");
        row.attributes().setAll(change.attributes());
        change.links().forEach(row::link);
        if (row.type() == Types.PROJECTS) projects.patched(row, status);
        row.touch(rows.now());
        rows.save(row);
        if (row.type() == Types.CLIENTS && change.attributes().has("name")) projects.clientRenamed(row);
        linkProjects(row, change);
        return Reads.ok(reads.documents(account).of(row, includes));
    }

    Answer delete(Request request) {
        Row row = reads.row(request);
        projectsOf(row).forEach(project -> projects.link(project, null));
        rows.remove(row);
        return Answer.of(204, null);
    }

    /** The linkage is the whole list: projects that are not in it lose the opportunity. */
    private void linkProjects(Row opportunity, Change change) {
        if (change.projects() == null) return;
        List<Long> wanted = change.projects().stream().map(Row::id).toList();
        List<Row> before = projectsOf(opportunity);
        before.stream().filter(project -> !wanted.contains(project.id())).forEach(project -> projects.link(project, null));
        change.projects().forEach(project -> projects.link(project, opportunity.id()));
    }

    private List<Row> projectsOf(Row opportunity) {
        return rows.pointingTo(opportunity, "projects", "crm-opportunity").toList();
    }
}
