package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import org.junit.jupiter.api.Test;

@Fast
class QueryAlternativesTest {

    @Test
    void eachValueInBracesIsAskedForByItself() {
        assertThat(QueryAlternatives.of("a={1,2,3}&b=x")).containsExactly("a=1&b=x", "a=2&b=x", "a=3&b=x");
        assertThat(QueryAlternatives.of("a={1,2}&b={x,y}")).containsExactly("a=1&b=x", "a=1&b=y", "a=2&b=x", "a=2&b=y");
    }

    @Test
    void otherQueriesStayAsTheyAre() {
        for (String query : new String[]{"", "a=1,2", "a={1}", "a={}", "a=%7B1,2%7D"}) assertThat(QueryAlternatives.of(query)).containsExactly(query);
        assertThat(QueryAlternatives.of(null)).hasSize(1).containsOnlyNulls();
    }
}
