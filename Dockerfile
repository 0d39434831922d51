FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml ./
COPY routes routes
COPY mappings mappings
COPY src src
COPY README.md CHANGELOG.md CONTRIBUTING.md ./
COPY docs docs
# The cache keeps the libraries from one build to the next.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Dquick -Dmaven.test.skip package \
 && java -Djarmode=tools -jar target/scopebridge-*.jar extract --layers --application-filename app.jar --destination /layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 scopebridge \
 && useradd --system --uid 10001 --gid 10001 --home-dir /app --no-create-home scopebridge \
 && install -d -o 10001 -g 10001 /data
WORKDIR /app
COPY deploy/hub /usr/local/bin/hub

# What changes least comes first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# Starts the hub once; what it loads is mapped from a file at each later start.
RUN hub record /app

# Folders mounted at /app/routes and /app/mappings are used in place of those inside the hub.
ENV SCOPEBRIDGE_DATA=/data \
    SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080
VOLUME /data
EXPOSE 8080
USER 10001:10001

# bash opens the connection itself: the image holds no curl, and starting Java every half minute would cost more than the hub.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [[ $status == 200 ]]"]

ENTRYPOINT ["hub", "start", "/app"]
