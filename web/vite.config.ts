import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The built page is committed inside the Python package; `npm run build` renews it.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../src/demarche/publish/web/dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { output: { manualChunks: { graph: ["cytoscape"], map: ["d3-geo", "topojson-client"] } } },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8015" } },
});
