import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./page.css";
import { Problem } from "./api";

const client = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", staleTime: 15_000, retry: (n, e) => n < 2 && e instanceof Problem && (e.status === 0 || e.status >= 500) },
  },
});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={client}><App /></QueryClientProvider>
  </StrictMode>,
);
