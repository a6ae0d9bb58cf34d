export { ChangeSettingsScreen } from "./ChangeSettingsScreen.tsx";
export { SettingScreen } from "./SettingScreen.tsx";
export { SettingsScreen } from "./SettingsScreen.tsx";
