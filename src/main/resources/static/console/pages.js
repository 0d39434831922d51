"use strict";
(() => {
  var __create = Object.create;
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __getProtoOf = Object.getPrototypeOf;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __esm = (fn, res) => function __init() {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  };
  var __commonJS = (cb, mod) => function __require() {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  };
  var __export = (target, all) => {
    for (var name in all)
      __defProp(target, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key) && key !== except)
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    }
    return to;
  };
  var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
    // If the importer is in node compatibility mode or this is not an ESM
    // file that has been converted to a CommonJS file using a Babel-
    // compatible transform (i.e. "__esModule" has not been set), then set
    // "default" to the CommonJS "module.exports" for node compatibility.
    isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
    mod
  ));

  // src/host/hawtio.cjs
  var require_hawtio = __commonJS({
    "src/host/hawtio.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["@hawtio/react"];
    }
  });

  // src/host/react.cjs
  var require_react = __commonJS({
    "src/host/react.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["react"];
    }
  });

  // src/host/patternfly-core.cjs
  var require_patternfly_core = __commonJS({
    "src/host/patternfly-core.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["@patternfly/react-core"];
    }
  });

  // src/host/patternfly-table.cjs
  var require_patternfly_table = __commonJS({
    "src/host/patternfly-table.cjs"(exports, module) {
      "use strict";
      module.exports = globalThis.scopebridgeHost["@patternfly/react-table"];
    }
  });

  // src/hub/http.ts
  async function ask(method, path, body, signal) {
    const headers = { Accept: "application/json" };
    if (method !== "GET") headers["X-XSRF-TOKEN"] = cookie("XSRF-TOKEN");
    if (body !== void 0) headers["Content-Type"] = "application/json";
    let answer;
    try {
      answer = await fetch(path, { method, headers, body: body === void 0 ? void 0 : JSON.stringify(body), signal });
    } catch (reason) {
      if (signal?.aborted) throw reason;
      throw new Refusal({ status: 0, title: "No answer", detail: "The hub does not answer. Is it running, and is the network there?", errors: [] });
    }
    if (!answer.ok) throw new Refusal(await problemOf(answer));
    return answer.status === 204 ? void 0 : await answer.json();
  }
  async function problemOf(answer) {
    const given = await answer.json().catch(() => ({}));
    return {
      status: answer.status,
      title: given.title ?? `The hub answered ${answer.status}`,
      detail: given.detail ?? `The hub answered ${answer.status} and did not say why.`,
      errors: Array.isArray(given.errors) ? given.errors : []
    };
  }
  function cookie(name) {
    const pair = document.cookie.split("; ").find((one) => one.startsWith(name + "="));
    return pair ? decodeURIComponent(pair.slice(name.length + 1)) : "";
  }
  var Refusal, get;
  var init_http = __esm({
    "src/hub/http.ts"() {
      "use strict";
      Refusal = class extends Error {
        constructor(problem) {
          super(problem.detail || problem.title);
          this.problem = problem;
        }
      };
      get = (path, signal) => ask("GET", path, void 0, signal);
    }
  });

  // src/ui/Nothing.tsx
  var import_react, import_react_core, Nothing;
  var init_Nothing = __esm({
    "src/ui/Nothing.tsx"() {
      "use strict";
      import_react = __toESM(require_react(), 1);
      import_react_core = __toESM(require_patternfly_core(), 1);
      Nothing = ({ title, children, action }) => /* @__PURE__ */ import_react.default.createElement(import_react_core.EmptyState, { titleText: title, headingLevel: "h2", variant: "sm" }, /* @__PURE__ */ import_react.default.createElement(import_react_core.EmptyStateBody, null, children), action && /* @__PURE__ */ import_react.default.createElement(import_react_core.EmptyStateFooter, null, /* @__PURE__ */ import_react.default.createElement(import_react_core.EmptyStateActions, null, action)));
    }
  });

  // src/ui/Page.tsx
  var import_react2, import_react_core2, Page;
  var init_Page = __esm({
    "src/ui/Page.tsx"() {
      "use strict";
      import_react2 = __toESM(require_react(), 1);
      import_react_core2 = __toESM(require_patternfly_core(), 1);
      Page = ({ title, about, actions = [], children }) => /* @__PURE__ */ import_react2.default.createElement(import_react2.default.Fragment, null, /* @__PURE__ */ import_react2.default.createElement(import_react_core2.PageSection, { hasBodyWrapper: false, "aria-label": title }, /* @__PURE__ */ import_react2.default.createElement(import_react_core2.Flex, { justifyContent: { default: "justifyContentSpaceBetween" }, alignItems: { default: "alignItemsFlexStart" } }, /* @__PURE__ */ import_react2.default.createElement(import_react_core2.FlexItem, null, /* @__PURE__ */ import_react2.default.createElement(import_react_core2.Content, { component: "h1" }, title), /* @__PURE__ */ import_react2.default.createElement(import_react_core2.Content, { component: "p" }, about)), /* @__PURE__ */ import_react2.default.createElement(import_react_core2.FlexItem, null, /* @__PURE__ */ import_react2.default.createElement(import_react_core2.ActionList, null, actions.map((action, position) => /* @__PURE__ */ import_react2.default.createElement(import_react_core2.ActionListItem, { key: position }, action)))))), /* @__PURE__ */ import_react2.default.createElement(import_react_core2.PageSection, { hasBodyWrapper: false, isFilled: true, "aria-label": `${title}: content` }, children));
    }
  });

  // src/ui/Trouble.tsx
  var import_react3, import_react_core3, Trouble;
  var init_Trouble = __esm({
    "src/ui/Trouble.tsx"() {
      "use strict";
      import_react3 = __toESM(require_react(), 1);
      import_react_core3 = __toESM(require_patternfly_core(), 1);
      init_http();
      Trouble = ({ failure, again }) => {
        if (!failure) return null;
        const errors = failure instanceof Refusal ? failure.problem.errors : [];
        return /* @__PURE__ */ import_react3.default.createElement(
          import_react_core3.Alert,
          {
            variant: "danger",
            isInline: true,
            title: failure.message,
            actionLinks: again && /* @__PURE__ */ import_react3.default.createElement(import_react_core3.AlertActionLink, { onClick: again }, "Try again")
          },
          errors.length > 0 && /* @__PURE__ */ import_react3.default.createElement(import_react_core3.List, null, errors.map((error) => /* @__PURE__ */ import_react3.default.createElement(import_react_core3.ListItem, { key: error.field + error.message }, /* @__PURE__ */ import_react3.default.createElement("strong", null, error.field), " ", error.message)))
        );
      };
    }
  });

  // src/ui/useData.ts
  function useData(load, key, everyMillis) {
    const [state, setState] = (0, import_react4.useState)({ key, loading: true });
    const [turn, setTurn] = (0, import_react4.useState)(0);
    const latest = (0, import_react4.useRef)(load);
    latest.current = load;
    const reload = (0, import_react4.useCallback)(() => setTurn((turn2) => turn2 + 1), []);
    (0, import_react4.useEffect)(() => {
      const cancel = new AbortController();
      setState((before) => ({ key, data: before.key === key ? before.data : void 0, failure: before.failure, loading: true }));
      latest.current(cancel.signal).then(
        (data) => !cancel.signal.aborted && setState({ key, data, loading: false }),
        (failure) => !cancel.signal.aborted && setState((before) => ({ key, data: before.data, failure, loading: false }))
      );
      return () => cancel.abort();
    }, [key, turn]);
    (0, import_react4.useEffect)(() => {
      if (!everyMillis) return void 0;
      const timer = setInterval(() => document.visibilityState === "visible" && reload(), everyMillis);
      return () => clearInterval(timer);
    }, [everyMillis, reload]);
    return { data: state.key === key ? state.data : void 0, failure: state.failure, loading: state.loading, reload };
  }
  var import_react4;
  var init_useData = __esm({
    "src/ui/useData.ts"() {
      "use strict";
      import_react4 = __toESM(require_react(), 1);
    }
  });

  // src/overview/Overview.tsx
  var import_react5, import_react_core4, import_react_table, Overview;
  var init_Overview = __esm({
    "src/overview/Overview.tsx"() {
      "use strict";
      import_react5 = __toESM(require_react(), 1);
      import_react_core4 = __toESM(require_patternfly_core(), 1);
      import_react_table = __toESM(require_patternfly_table(), 1);
      init_http();
      init_Nothing();
      init_Page();
      init_Trouble();
      init_useData();
      Overview = () => {
        const { data, failure, loading, reload } = useData((signal) => get("/api/connections", signal), "connections", 5e3);
        return /* @__PURE__ */ import_react5.default.createElement(Page, { title: "Overview", about: "How every connection is doing. What needs attention stands first." }, /* @__PURE__ */ import_react5.default.createElement(Trouble, { failure, again: reload }), !data && loading && /* @__PURE__ */ import_react5.default.createElement(import_react_core4.Spinner, { "aria-label": "Loading" }), data?.length === 0 && /* @__PURE__ */ import_react5.default.createElement(Nothing, { title: "No connections yet" }, "Connect a PSA under Connected apps."), data && data.length > 0 && /* @__PURE__ */ import_react5.default.createElement(import_react_table.Table, { "aria-label": "Connections", variant: "compact" }, /* @__PURE__ */ import_react5.default.createElement(import_react_table.Thead, null, /* @__PURE__ */ import_react5.default.createElement(import_react_table.Tr, null, /* @__PURE__ */ import_react5.default.createElement(import_react_table.Th, null, "Connection"), /* @__PURE__ */ import_react5.default.createElement(import_react_table.Th, null, "System"))), /* @__PURE__ */ import_react5.default.createElement(import_react_table.Tbody, null, data.map((connection) => /* @__PURE__ */ import_react5.default.createElement(import_react_table.Tr, { key: connection.id }, /* @__PURE__ */ import_react5.default.createElement(import_react_table.Td, { dataLabel: "Connection" }, connection.name), /* @__PURE__ */ import_react5.default.createElement(import_react_table.Td, { dataLabel: "System" }, connection.system))))));
      };
    }
  });

  // src/pages.ts
  var PAGES;
  var init_pages = __esm({
    "src/pages.ts"() {
      "use strict";
      init_Overview();
      PAGES = [
        { id: "overview", title: "Overview", component: Overview }
      ];
    }
  });

  // src/help.ts
  var help;
  var init_help = __esm({
    "src/help.ts"() {
      "use strict";
      help = `## ScopeBridge

**Overview** says whether all is well. **Connected apps** connects ScopeStack with a PSA. **Opportunities** shows what came in,
and **Projects** what goes out: preview, create, resubmit. **Log** has everything that failed, why, and what to do about it;
replay it when the cause is mended. **Audit** says who did what.
`;
    }
  });

  // src/ui/filters.ts
  var init_filters = __esm({
    "src/ui/filters.ts"() {
      "use strict";
    }
  });

  // src/ui/location.ts
  function base() {
    return (import_react7.hawtio.getBasePath() ?? "").replace(/\/$/, "");
  }
  function returnToWhereOneWas() {
    const wanted = sessionStorage.getItem(RETURN);
    sessionStorage.removeItem(RETURN);
    if (wanted?.startsWith(base() + "/") && wanted !== location.pathname + location.hash) history.replaceState(null, "", wanted);
  }
  var import_react6, import_react7, RETURN;
  var init_location = __esm({
    "src/ui/location.ts"() {
      "use strict";
      import_react6 = __toESM(require_react(), 1);
      import_react7 = __toESM(require_hawtio(), 1);
      init_filters();
      RETURN = "scopebridge.return";
    }
  });

  // src/plugin.tsx
  var plugin_exports = {};
  __export(plugin_exports, {
    plugin: () => plugin
  });
  function plugin() {
    PAGES.forEach(
      (page, position) => import_react8.hawtio.addPlugin({
        id: `scopebridge-${page.id}`,
        title: page.title,
        path: `/scopebridge/${page.id}`,
        order: 1 + position / 10,
        component: page.component,
        isActive: async () => true
      })
    );
    import_react8.helpRegistry.add("scopebridge", "ScopeBridge", help, 1);
    returnToWhereOneWas();
  }
  var import_react8;
  var init_plugin = __esm({
    "src/plugin.tsx"() {
      "use strict";
      import_react8 = __toESM(require_hawtio(), 1);
      init_pages();
      init_help();
      init_location();
    }
  });

  // src/main.ts
  var SHARED = ["react", "@patternfly/react-core", "@patternfly/react-table", "@hawtio/react"];
  var host = {};
  var world = globalThis;
  world.scopebridgeHost = host;
  world.scopebridgePages = async (shared) => {
    await Promise.all(
      SHARED.map(async (name) => {
        const version = Object.values(shared[name] ?? {})[0];
        if (!version) throw new Error(`The console does not share ${name}.`);
        host[name] = (await version.get())();
      })
    );
    return Promise.resolve().then(() => (init_plugin(), plugin_exports));
  };
})();
