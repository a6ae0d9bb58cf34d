export { ToastRegion as default } from "@kinward/ui/Toast";
