export { FairnessScreen } from "./FairnessScreen.tsx";
export { OrderReviewScreen } from "./OrderReviewScreen.tsx";
