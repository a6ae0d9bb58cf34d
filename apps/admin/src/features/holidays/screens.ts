export { EditHolidaysScreen } from "./EditHolidaysScreen.tsx";
export { HolidaysScreen } from "./HolidaysScreen.tsx";
