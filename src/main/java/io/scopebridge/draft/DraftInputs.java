package io.scopebridge.draft;

import io.scopebridge.draft.DraftRequest.Over;
import io.scopebridge.mapping.MappingSources;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.web.InvalidInput;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The inputs that a request names. */
@Component
class DraftInputs {

    private static final int MOST = 500;

    private final Mappings mappings;
    private final KeptInputs inputs;

    DraftInputs(Mappings mappings, KeptInputs inputs) {
        this.mappings = mappings;
        this.inputs = inputs;
    }

    /** @throws InvalidInput if it does not name inputs in one way */
    static void check(Over over) {
        if (over == null) return;
        if (Stream.of(Boolean.TRUE.equals(over.example()) ? true : null, over.project(), over.last()).filter(Objects::nonNull).count() != 1) {
            throw new InvalidInput("over", "must have exactly one of: example (true), project, last");
        }
        if (over.last() != null && (over.last() < 1 || over.last() > MOST)) throw new InvalidInput("over.last", "must be between 1 and " + MOST);
    }

    /** @throws InvalidInput if there are none */
    List<DraftInput> of(Over over, Collection<String> changed) {
        List<DraftInput> found = Boolean.TRUE.equals(over.example()) ? examples(changed) : kept(over, changed);
        if (!found.isEmpty()) return found;
        throw Boolean.TRUE.equals(over.example())
            ? new InvalidInput("over.example", "is not possible: there is no example input of " + String.join(", ", changed) + ". Use kept inputs")
            : new InvalidInput(over.project() != null ? "over.project" : over.connection() != null ? "over.connection" : "over.last", "has no kept input. Inputs are kept when a job runs the mapping");
    }

    List<DraftInput> examples(Collection<String> changed) {
        MappingSources sources = mappings.sources();
        return changed.stream().filter(mapping -> sources.example(mapping).isPresent())
            .map(mapping -> new DraftInput(mapping, null, () -> sources.example(mapping))).toList();
    }

    /** Newest first, of all connections. */
    List<DraftInput> newest(Collection<String> changed, int most) {
        return inputs.newest(changed, null, null, most).stream().map(input -> new DraftInput(input.mapping(), input, () -> inputs.text(input.id()))).toList();
    }

    private List<DraftInput> kept(Over over, Collection<String> changed) {
        Stream<KeptInput> found = over.project() == null ? inputs.newest(changed, over.connection(), null, over.last()).stream()
            : changed.stream().flatMap(mapping -> ofProject(mapping, over).stream());
        return found.map(input -> new DraftInput(input.mapping(), input, () -> inputs.text(input.id()))).toList();
    }

    private Optional<KeptInput> ofProject(String mapping, Over over) {
        String subject = over.project().contains(":") ? over.project() : "project:" + over.project();
        return inputs.newest(List.of(mapping), over.connection(), subject, 1).stream().findFirst();
    }
}
