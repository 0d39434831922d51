FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY routes routes
COPY mappings mappings
COPY src src
# The cache keeps the libraries from one build to the next.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Dquick -Dmaven.test.skip package \
 && java -Djarmode=tools -jar target/scopebridge-*.jar extract --layers --launcher --destination /layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 scopebridge \
 && useradd --system --uid 10001 --gid 10001 --home-dir /app --no-create-home scopebridge \
 && install -d -o 10001 -g 10001 /app /data
WORKDIR /app

# What changes least comes first.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./

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

ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-Dfile.encoding=UTF-8", "org.springframework.boot.loader.launch.JarLauncher"]
