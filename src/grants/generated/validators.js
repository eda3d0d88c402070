// Written by `npm run generate` from scripts/schemas; do not edit.
"use strict";
export const grant = validate20;
const schema31 = {"$id":"https://grantkeeper.dev/schemas/v1/grant.schema.json","type":"object","properties":{"principal":{"if":{"type":"array"},"then":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1,"maxItems":10},"else":{"$ref":"#/$defs/name"}},"requestedBy":{"$ref":"#/$defs/name"},"reason":{"$ref":"#/$defs/text"},"ticket":{"$ref":"#/$defs/line"},"access":{"type":"array","items":{"if":{"type":"object","required":["gcp"]},"then":{"type":"object","properties":{"gcp":{"$ref":"#/$defs/gcp-scope"},"role":{"$ref":"#/$defs/gcp-role"},"condition":{"$ref":"#/$defs/line"},"enforce":{"type":"string","enum":["pim","run","auto"]},"adopt":{"type":"boolean"},"replace":{"type":"boolean"}},"required":["gcp","role"],"additionalProperties":false},"else":{"if":{"type":"object","required":["azure"]},"then":{"type":"object","properties":{"azure":{"$ref":"#/$defs/azure-scope"},"role":{"$ref":"#/$defs/azure-role"},"condition":{"$ref":"#/$defs/line"},"enforce":{"type":"string","enum":["pim","run","auto"]},"adopt":{"type":"boolean"},"replace":{"type":"boolean"}},"required":["azure","role"],"additionalProperties":false},"else":{"type":"object","properties":{"role":{"$ref":"#/$defs/name"},"place":{"if":{"type":"array"},"then":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"else":{"$ref":"#/$defs/name"}},"enforce":{"type":"string","enum":["pim","run","auto"]},"adopt":{"type":"boolean"},"replace":{"type":"boolean"}},"required":["role","place"],"additionalProperties":false}}},"minItems":1},"starts":{"$ref":"#/$defs/instant"},"expires":{"$ref":"#/$defs/instant"},"duration":{"$ref":"#/$defs/period"},"grace":{"$ref":"#/$defs/periodOrZero","default":"0m"}},"required":["principal","access","expires"],"additionalProperties":false,"$defs":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"text":{"type":"string","pattern":"\\S"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"gcp-scope":{"type":"string","pattern":"^[a-z0-9][!-~]*$"},"gcp-role":{"type":"string","pattern":"^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"},"azure-scope":{"type":"string","pattern":"^[a-z0-9/][!-~]*$"},"azure-role":{"type":"string","pattern":"^[!-~]+(?: [!-~]+)*$"},"instant":{"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"},"period":{"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"periodOrZero":{"type":"string","pattern":"^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}}};
const schema32 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"};
const schema35 = {"type":"string","pattern":"\\S"};
const schema36 = {"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"};
const schema37 = {"type":"string","pattern":"^[a-z0-9][!-~]*$"};
const schema38 = {"type":"string","pattern":"^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"};
const schema40 = {"type":"string","pattern":"^[a-z0-9/][!-~]*$"};
const schema41 = {"type":"string","pattern":"^[!-~]+(?: [!-~]+)*$"};
const schema46 = {"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"};
const schema48 = {"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"};
const schema49 = {"type":"string","pattern":"^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"};
const func1 = Object.prototype.hasOwnProperty;
const pattern4 = new RegExp("^[a-z0-9][a-z0-9-]{0,59}$", "u");
const pattern7 = new RegExp("\\S", "u");
const pattern8 = new RegExp("^(?=.*\\S)[^\\n]*$", "u");
const pattern9 = new RegExp("^[a-z0-9][!-~]*$", "u");
const pattern10 = new RegExp("^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$", "u");
const pattern12 = new RegExp("^[a-z0-9/][!-~]*$", "u");
const pattern13 = new RegExp("^[!-~]+(?: [!-~]+)*$", "u");
const pattern18 = new RegExp("^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$", "u");
const pattern20 = new RegExp("^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", "u");
const pattern21 = new RegExp("^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/grant.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.grace === undefined){
data.grace = "0m";
}
if(data.principal === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principal"}});
errors++;
}
if(data.access === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access"}});
errors++;
}
if(data.expires === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires"}});
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.principal !== undefined){
let data0 = data.principal;
const _errs3 = errors;
let valid1 = true;
const _errs4 = errors;
if(!(Array.isArray(data0))){
vErrors = noted(vErrors, {});
errors++;
}
var _valid0 = _errs4 === errors;
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length > 10){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/then/maxItems",keyword:"maxItems",params:{limit: 10}});
errors++;
}
if(data0.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/then/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal/" + i0,schemaPath:"#/properties/principal/then/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/principal/" + i0,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/then/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/then/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(typeof data0 === "string"){
if(!pattern4.test(data0)){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid0 = _errs12 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/properties/principal/if",keyword:"if",params:{failingKeyword: ifClause0}});
errors++;
}
}
if(data.requestedBy !== undefined){
let data2 = data.requestedBy;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
vErrors = noted(vErrors, {instancePath:instancePath+"/requestedBy",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/requestedBy",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.reason !== undefined){
let data3 = data.reason;
if(typeof data3 === "string"){
if(!pattern7.test(data3)){
vErrors = noted(vErrors, {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.ticket !== undefined){
let data4 = data.ticket;
if(typeof data4 === "string"){
if(!pattern8.test(data4)){
vErrors = noted(vErrors, {instancePath:instancePath+"/ticket",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/ticket",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.access !== undefined){
let data5 = data.access;
if(Array.isArray(data5)){
if(data5.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/access",schemaPath:"#/properties/access/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
const _errs27 = errors;
let valid12 = true;
const _errs28 = errors;
if(errors === _errs28){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing0;
if((data6.gcp === undefined) && (missing0 = "gcp")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid1 = _errs28 === errors;
errors = _errs27;
if(vErrors !== null){
if(_errs27){
vErrors.length = _errs27;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs30 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.gcp === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/required",keyword:"required",params:{missingProperty: "gcp"}});
errors++;
}
if(data6.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
for(const key1 in data6){
if(!((((((key1 === "gcp") || (key1 === "role")) || (key1 === "condition")) || (key1 === "enforce")) || (key1 === "adopt")) || (key1 === "replace"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data6.gcp !== undefined){
let data7 = data6.gcp;
if(typeof data7 === "string"){
if(!pattern9.test(data7)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/gcp",schemaPath:"#/$defs/gcp-scope/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/gcp",schemaPath:"#/$defs/gcp-scope/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.role !== undefined){
let data8 = data6.role;
if(typeof data8 === "string"){
if(!pattern10.test(data8)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/gcp-role/pattern",keyword:"pattern",params:{pattern: "^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/gcp-role/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.condition !== undefined){
let data9 = data6.condition;
if(typeof data9 === "string"){
if(!pattern8.test(data9)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.enforce !== undefined){
let data10 = data6.enforce;
if(typeof data10 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/enforce",schemaPath:"#/properties/access/items/then/properties/enforce/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data10 === "pim") || (data10 === "run")) || (data10 === "auto"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/enforce",schemaPath:"#/properties/access/items/then/properties/enforce/enum",keyword:"enum",params:{allowedValues: schema31.properties.access.items.then.properties.enforce.enum}});
errors++;
}
}
if(data6.adopt !== undefined){
if(typeof data6.adopt !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/adopt",schemaPath:"#/properties/access/items/then/properties/adopt/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data6.replace !== undefined){
if(typeof data6.replace !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/replace",schemaPath:"#/properties/access/items/then/properties/replace/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid1 = _errs30 === errors;
valid12 = _valid1;
if(valid12){
var props0 = true;
}
ifClause1 = "then";
}
else {
const _errs48 = errors;
const _errs49 = errors;
let valid17 = true;
const _errs50 = errors;
if(errors === _errs50){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if((data6.azure === undefined) && (missing1 = "azure")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid2 = _errs50 === errors;
errors = _errs49;
if(vErrors !== null){
if(_errs49){
vErrors.length = _errs49;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs52 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.azure === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/required",keyword:"required",params:{missingProperty: "azure"}});
errors++;
}
if(data6.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
for(const key2 in data6){
if(!((((((key2 === "azure") || (key2 === "role")) || (key2 === "condition")) || (key2 === "enforce")) || (key2 === "adopt")) || (key2 === "replace"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data6.azure !== undefined){
let data13 = data6.azure;
if(typeof data13 === "string"){
if(!pattern12.test(data13)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/azure",schemaPath:"#/$defs/azure-scope/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9/][!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/azure",schemaPath:"#/$defs/azure-scope/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.role !== undefined){
let data14 = data6.role;
if(typeof data14 === "string"){
if(!pattern13.test(data14)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/azure-role/pattern",keyword:"pattern",params:{pattern: "^[!-~]+(?: [!-~]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/azure-role/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.condition !== undefined){
let data15 = data6.condition;
if(typeof data15 === "string"){
if(!pattern8.test(data15)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.enforce !== undefined){
let data16 = data6.enforce;
if(typeof data16 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/enforce",schemaPath:"#/properties/access/items/else/then/properties/enforce/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data16 === "pim") || (data16 === "run")) || (data16 === "auto"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/enforce",schemaPath:"#/properties/access/items/else/then/properties/enforce/enum",keyword:"enum",params:{allowedValues: schema31.properties.access.items.else.then.properties.enforce.enum}});
errors++;
}
}
if(data6.adopt !== undefined){
if(typeof data6.adopt !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/adopt",schemaPath:"#/properties/access/items/else/then/properties/adopt/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data6.replace !== undefined){
if(typeof data6.replace !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/replace",schemaPath:"#/properties/access/items/else/then/properties/replace/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid2 = _errs52 === errors;
valid17 = _valid2;
if(valid17){
var props1 = true;
}
ifClause2 = "then";
}
else {
const _errs70 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
if(data6.place === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/required",keyword:"required",params:{missingProperty: "place"}});
errors++;
}
for(const key3 in data6){
if(!(((((key3 === "role") || (key3 === "place")) || (key3 === "enforce")) || (key3 === "adopt")) || (key3 === "replace"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data6.role !== undefined){
let data19 = data6.role;
if(typeof data19 === "string"){
if(!pattern4.test(data19)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.place !== undefined){
let data20 = data6.place;
const _errs77 = errors;
let valid24 = true;
const _errs78 = errors;
if(!(Array.isArray(data20))){
vErrors = noted(vErrors, {});
errors++;
}
var _valid3 = _errs78 === errors;
errors = _errs77;
if(vErrors !== null){
if(_errs77){
vErrors.length = _errs77;
}
else {
vErrors = null;
}
}
let ifClause3;
if(_valid3){
const _errs80 = errors;
if(Array.isArray(data20)){
if(data20.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/properties/access/items/else/else/properties/place/then/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len2 = data20.length;
for(let i3=0; i3<len2; i3++){
let data21 = data20[i3];
if(typeof data21 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place/" + i3,schemaPath:"#/properties/access/items/else/else/properties/place/then/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data21 === "string"){
if(!pattern4.test(data21)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place/" + i3,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place/" + i3,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i4 = data20.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data20[i4];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/properties/access/items/else/else/properties/place/then/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j1}});
errors++;
break;
}
indices1[item1] = i4;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/properties/access/items/else/else/properties/place/then/type",keyword:"type",params:{type: "array"}});
errors++;
}
var _valid3 = _errs80 === errors;
valid24 = _valid3;
ifClause3 = "then";
}
else {
const _errs86 = errors;
if(typeof data20 === "string"){
if(!pattern4.test(data20)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid3 = _errs86 === errors;
valid24 = _valid3;
ifClause3 = "else";
}
if(!valid24){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/properties/access/items/else/else/properties/place/if",keyword:"if",params:{failingKeyword: ifClause3}});
errors++;
}
}
if(data6.enforce !== undefined){
let data22 = data6.enforce;
if(typeof data22 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/enforce",schemaPath:"#/properties/access/items/else/else/properties/enforce/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data22 === "pim") || (data22 === "run")) || (data22 === "auto"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/enforce",schemaPath:"#/properties/access/items/else/else/properties/enforce/enum",keyword:"enum",params:{allowedValues: schema31.properties.access.items.else.else.properties.enforce.enum}});
errors++;
}
}
if(data6.adopt !== undefined){
if(typeof data6.adopt !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/adopt",schemaPath:"#/properties/access/items/else/else/properties/adopt/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data6.replace !== undefined){
if(typeof data6.replace !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/replace",schemaPath:"#/properties/access/items/else/else/properties/replace/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid2 = _errs70 === errors;
valid17 = _valid2;
if(valid17){
if(props1 !== true){
props1 = true;
}
}
ifClause2 = "else";
}
if(!valid17){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/if",keyword:"if",params:{failingKeyword: ifClause2}});
errors++;
}
var _valid1 = _errs48 === errors;
valid12 = _valid1;
if(valid12){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause1 = "else";
}
if(!valid12){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/if",keyword:"if",params:{failingKeyword: ifClause1}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.starts !== undefined){
let data25 = data.starts;
if(typeof data25 === "string"){
if(!pattern18.test(data25)){
vErrors = noted(vErrors, {instancePath:instancePath+"/starts",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/starts",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.expires !== undefined){
let data26 = data.expires;
if(typeof data26 === "string"){
if(!pattern18.test(data26)){
vErrors = noted(vErrors, {instancePath:instancePath+"/expires",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/expires",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.duration !== undefined){
let data27 = data.duration;
if(typeof data27 === "string"){
if(!pattern20.test(data27)){
vErrors = noted(vErrors, {instancePath:instancePath+"/duration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/duration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let data28 = data.grace;
if(typeof data28 === "string"){
if(!pattern21.test(data28)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grace",schemaPath:"#/$defs/periodOrZero/pattern",keyword:"pattern",params:{pattern: "^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grace",schemaPath:"#/$defs/periodOrZero/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const team = validate21;
const schema50 = {"$id":"https://grantkeeper.dev/schemas/v1/team.schema.json","type":"object","properties":{"approvers":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":2},"zone":{"$ref":"#/$defs/zone","default":"UTC"},"places":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","minProperties":2,"properties":{"env":{"$ref":"#/$defs/env"},"gcp":{"$ref":"#/$defs/gcp-place"},"azure":{"$ref":"#/$defs/azure-place"}},"required":["env"],"additionalProperties":false},"minProperties":1}},"required":["approvers","places"],"additionalProperties":false,"$defs":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"zone":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"},"env":{"type":"string","pattern":"^(?!none$)[a-z0-9][a-z0-9-]{0,59}$"},"gcp-place":{"type":"string","pattern":"^(?:projects|folders|organizations)/[!-~]+$"},"azure-place":{"type":"string","pattern":"^/[!-~]*$"}}};
const schema51 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"};
const schema52 = {"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"};
const schema54 = {"type":"string","pattern":"^(?!none$)[a-z0-9][a-z0-9-]{0,59}$"};
const schema55 = {"type":"string","pattern":"^(?:projects|folders|organizations)/[!-~]+$"};
const schema56 = {"type":"string","pattern":"^/[!-~]*$"};
const pattern23 = new RegExp("^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$", "u");
const pattern25 = new RegExp("^(?!none$)[a-z0-9][a-z0-9-]{0,59}$", "u");
const pattern26 = new RegExp("^(?:projects|folders|organizations)/[!-~]+$", "u");
const pattern27 = new RegExp("^/[!-~]*$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/team.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.zone === undefined){
data.zone = "UTC";
}
if(data.approvers === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "approvers"}});
errors++;
}
if(data.places === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "places"}});
errors++;
}
for(const key0 in data){
if(!(((key0 === "approvers") || (key0 === "zone")) || (key0 === "places"))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.approvers !== undefined){
let data0 = data.approvers;
if(Array.isArray(data0)){
if(data0.length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/minItems",keyword:"minItems",params:{limit: 2}});
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/properties/approvers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
let data2 = data.zone;
if(typeof data2 === "string"){
if(!pattern23.test(data2)){
vErrors = noted(vErrors, {instancePath:instancePath+"/zone",schemaPath:"#/$defs/zone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/zone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(data.places !== undefined){
let data3 = data.places;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(Object.keys(data3).length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/properties/places/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key1 in data3){
const _errs13 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key1});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key1});
errors++;
}
var valid6 = _errs13 === errors;
if(!valid6){
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/properties/places/propertyNames",keyword:"propertyNames",params:{propertyName: key1}});
errors++;
}
}
for(const key2 in data3){
let data4 = data3[key2];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(Object.keys(data4).length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/places/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 2}});
errors++;
}
if(data4.env === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/places/additionalProperties/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key3 in data4){
if(!(((key3 === "env") || (key3 === "gcp")) || (key3 === "azure"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/places/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data4.env !== undefined){
let data5 = data4.env;
if(typeof data5 === "string"){
if(!pattern25.test(data5)){
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/$defs/env/pattern",keyword:"pattern",params:{pattern: "^(?!none$)[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/env",schemaPath:"#/$defs/env/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data4.gcp !== undefined){
let data6 = data4.gcp;
if(typeof data6 === "string"){
if(!pattern26.test(data6)){
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-place/pattern",keyword:"pattern",params:{pattern: "^(?:projects|folders|organizations)/[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-place/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data4.azure !== undefined){
let data7 = data4.azure;
if(typeof data7 === "string"){
if(!pattern27.test(data7)){
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-place/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-place/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/places/additionalProperties/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/places",schemaPath:"#/properties/places/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const people = validate22;
const schema57 = {"$id":"https://grantkeeper.dev/schemas/v1/people.schema.json","type":"object","minProperties":1,"properties":{"people":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"if":{"type":"object","required":["person"]},"then":{"type":"object","properties":{"person":{"$ref":"#/$defs/name"},"github":{"$ref":"#/$defs/login"},"gcp":{"$ref":"#/$defs/gcp-principal"},"azure":{"$ref":"#/$defs/azure-principal"},"left":{"$ref":"#/$defs/instant"}},"required":["person"],"additionalProperties":false},"else":{"type":"object","properties":{"name":{"$ref":"#/$defs/line"},"github":{"$ref":"#/$defs/login"},"gcp":{"$ref":"#/$defs/gcp-principal"},"azure":{"$ref":"#/$defs/azure-principal"},"left":{"$ref":"#/$defs/instant"}},"required":["name"],"additionalProperties":false}}},"groups":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","minProperties":2,"properties":{"gcp":{"$ref":"#/$defs/gcp-principal"},"azure":{"$ref":"#/$defs/azure-principal"},"members":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1}},"required":["members"],"additionalProperties":false}},"services":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","minProperties":1,"properties":{"gcp":{"$ref":"#/$defs/gcp-principal"},"azure":{"$ref":"#/$defs/azure-principal"}},"additionalProperties":false}}},"additionalProperties":false,"$defs":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"login":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"},"gcp-principal":{"type":"string","pattern":"^[A-Za-z]+:[!-~]+$"},"azure-principal":{"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},"instant":{"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"}}};
const schema58 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"};
const schema60 = {"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"};
const schema61 = {"type":"string","pattern":"^[A-Za-z]+:[!-~]+$"};
const schema62 = {"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"};
const schema63 = {"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"};
const schema64 = {"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"};
const pattern30 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$", "u");
const pattern31 = new RegExp("^[A-Za-z]+:[!-~]+$", "u");
const pattern32 = new RegExp("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/people.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key0 in data){
if(!(((key0 === "people") || (key0 === "groups")) || (key0 === "services"))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.people !== undefined){
let data0 = data.people;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs4 = errors;
if(typeof key1 === "string"){
if(!pattern4.test(key1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key1});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key1});
errors++;
}
var valid1 = _errs4 === errors;
if(!valid1){
vErrors = noted(vErrors, {instancePath:instancePath+"/people",schemaPath:"#/properties/people/propertyNames",keyword:"propertyNames",params:{propertyName: key1}});
errors++;
}
}
for(const key2 in data0){
let data1 = data0[key2];
const _errs9 = errors;
let valid4 = true;
const _errs10 = errors;
if(errors === _errs10){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing0;
if((data1.person === undefined) && (missing0 = "person")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid0 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs12 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.person === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/then/required",keyword:"required",params:{missingProperty: "person"}});
errors++;
}
for(const key3 in data1){
if(!(((((key3 === "person") || (key3 === "github")) || (key3 === "gcp")) || (key3 === "azure")) || (key3 === "left"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data1.person !== undefined){
let data2 = data1.person;
if(typeof data2 === "string"){
if(!pattern4.test(data2)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/person",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/person",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.github !== undefined){
let data3 = data1.github;
if(typeof data3 === "string"){
if(!pattern30.test(data3)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/github",schemaPath:"#/$defs/login/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/github",schemaPath:"#/$defs/login/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.gcp !== undefined){
let data4 = data1.gcp;
if(typeof data4 === "string"){
if(!pattern31.test(data4)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]+:[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.azure !== undefined){
let data5 = data1.azure;
if(typeof data5 === "string"){
if(!pattern32.test(data5)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.left !== undefined){
let data6 = data1.left;
if(typeof data6 === "string"){
if(!pattern18.test(data6)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/left",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/left",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/then/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs12 === errors;
valid4 = _valid0;
if(valid4){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs30 = errors;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.name === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/else/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
for(const key4 in data1){
if(!(((((key4 === "name") || (key4 === "github")) || (key4 === "gcp")) || (key4 === "azure")) || (key4 === "left"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/else/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}});
errors++;
}
}
if(data1.name !== undefined){
let data7 = data1.name;
if(typeof data7 === "string"){
if(!pattern8.test(data7)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.github !== undefined){
let data8 = data1.github;
if(typeof data8 === "string"){
if(!pattern30.test(data8)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/github",schemaPath:"#/$defs/login/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/github",schemaPath:"#/$defs/login/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.gcp !== undefined){
let data9 = data1.gcp;
if(typeof data9 === "string"){
if(!pattern31.test(data9)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]+:[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.azure !== undefined){
let data10 = data1.azure;
if(typeof data10 === "string"){
if(!pattern32.test(data10)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data1.left !== undefined){
let data11 = data1.left;
if(typeof data11 === "string"){
if(!pattern18.test(data11)){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/left",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/left",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/else/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs30 === errors;
valid4 = _valid0;
if(valid4){
if(props0 !== true){
props0 = true;
}
}
ifClause0 = "else";
}
if(!valid4){
vErrors = noted(vErrors, {instancePath:instancePath+"/people/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/people/additionalProperties/if",keyword:"if",params:{failingKeyword: ifClause0}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/people",schemaPath:"#/properties/people/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.groups !== undefined){
let data12 = data.groups;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key5 in data12){
const _errs50 = errors;
if(typeof key5 === "string"){
if(!pattern4.test(key5)){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key5});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key5});
errors++;
}
var valid17 = _errs50 === errors;
if(!valid17){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/propertyNames",keyword:"propertyNames",params:{propertyName: key5}});
errors++;
}
}
for(const key6 in data12){
let data13 = data12[key6];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/groups/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 2}});
errors++;
}
if(data13.members === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/groups/additionalProperties/required",keyword:"required",params:{missingProperty: "members"}});
errors++;
}
for(const key7 in data13){
if(!(((key7 === "gcp") || (key7 === "azure")) || (key7 === "members"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/groups/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}});
errors++;
}
}
if(data13.gcp !== undefined){
let data14 = data13.gcp;
if(typeof data14 === "string"){
if(!pattern31.test(data14)){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]+:[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data13.azure !== undefined){
let data15 = data13.azure;
if(typeof data15 === "string"){
if(!pattern32.test(data15)){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data13.members !== undefined){
let data16 = data13.members;
if(Array.isArray(data16)){
if(data16.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members",schemaPath:"#/properties/groups/additionalProperties/properties/members/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members/" + i0,schemaPath:"#/properties/groups/additionalProperties/properties/members/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data17 === "string"){
if(!pattern4.test(data17)){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members/" + i0,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members",schemaPath:"#/properties/groups/additionalProperties/properties/members/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/members",schemaPath:"#/properties/groups/additionalProperties/properties/members/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/groups/additionalProperties/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data.services !== undefined){
let data18 = data.services;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key8 in data18){
const _errs71 = errors;
if(typeof key8 === "string"){
if(!pattern4.test(key8)){
vErrors = noted(vErrors, {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"},propertyName:key8});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/services",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},propertyName:key8});
errors++;
}
var valid27 = _errs71 === errors;
if(!valid27){
vErrors = noted(vErrors, {instancePath:instancePath+"/services",schemaPath:"#/properties/services/propertyNames",keyword:"propertyNames",params:{propertyName: key8}});
errors++;
}
}
for(const key9 in data18){
let data19 = data18[key9];
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(Object.keys(data19).length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key10 in data19){
if(!((key10 === "gcp") || (key10 === "azure"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}});
errors++;
}
}
if(data19.gcp !== undefined){
let data20 = data19.gcp;
if(typeof data20 === "string"){
if(!pattern31.test(data20)){
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]+:[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/gcp",schemaPath:"#/$defs/gcp-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data19.azure !== undefined){
let data21 = data19.azure;
if(typeof data21 === "string"){
if(!pattern32.test(data21)){
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1")+"/azure",schemaPath:"#/$defs/azure-principal/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/services/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/services/additionalProperties/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/services",schemaPath:"#/properties/services/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const role = validate23;
const schema76 = {"$id":"https://grantkeeper.dev/schemas/v1/role.schema.json","type":"object","properties":{"description":{"$ref":"#/$defs/text"},"maxDuration":{"$ref":"#/$defs/period"},"privileged":{"type":"boolean","default":false},"approvers":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"enforce":{"type":"string","enum":["pim","run","auto"]},"access":{"type":"array","items":{"if":{"type":"object","required":["gcp"]},"then":{"type":"object","properties":{"gcp":{"$ref":"#/$defs/belowPlace"},"role":{"$ref":"#/$defs/gcp-role"},"condition":{"$ref":"#/$defs/line"}},"required":["gcp","role"],"additionalProperties":false},"else":{"if":{"type":"object","required":["azure"]},"then":{"type":"object","properties":{"azure":{"$ref":"#/$defs/belowPlace"},"role":{"$ref":"#/$defs/azure-role"},"condition":{"$ref":"#/$defs/line"}},"required":["azure","role"],"additionalProperties":false},"else":false}},"minItems":1}},"required":["description","access"],"additionalProperties":false,"$defs":{"text":{"type":"string","pattern":"\\S"},"period":{"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"belowPlace":{"type":"string","pattern":"^\\$place(?:/[!-~]+)?$"},"gcp-role":{"type":"string","pattern":"^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"azure-role":{"type":"string","pattern":"^[!-~]+(?: [!-~]+)*$"}}};
const schema77 = {"type":"string","pattern":"\\S"};
const schema78 = {"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"};
const schema79 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"};
const schema80 = {"type":"string","pattern":"^\\$place(?:/[!-~]+)?$"};
const schema81 = {"type":"string","pattern":"^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"};
const schema82 = {"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"};
const schema84 = {"type":"string","pattern":"^[!-~]+(?: [!-~]+)*$"};
const pattern49 = new RegExp("^\\$place(?:/[!-~]+)?$", "u");

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/role.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.privileged === undefined){
data.privileged = false;
}
if(data.approvers === undefined){
data.approvers = [];
}
if(data.description === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "description"}});
errors++;
}
if(data.access === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "access"}});
errors++;
}
for(const key0 in data){
if(!((((((key0 === "description") || (key0 === "maxDuration")) || (key0 === "privileged")) || (key0 === "approvers")) || (key0 === "enforce")) || (key0 === "access"))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.description !== undefined){
let data0 = data.description;
if(typeof data0 === "string"){
if(!pattern7.test(data0)){
vErrors = noted(vErrors, {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.maxDuration !== undefined){
let data1 = data.maxDuration;
if(typeof data1 === "string"){
if(!pattern20.test(data1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(typeof data.privileged !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/privileged",schemaPath:"#/properties/privileged/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
let data3 = data.approvers;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/properties/approvers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers/" + i0,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approvers",schemaPath:"#/properties/approvers/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data.enforce !== undefined){
let data5 = data.enforce;
if(typeof data5 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/enforce",schemaPath:"#/properties/enforce/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data5 === "pim") || (data5 === "run")) || (data5 === "auto"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/enforce",schemaPath:"#/properties/enforce/enum",keyword:"enum",params:{allowedValues: schema76.properties.enforce.enum}});
errors++;
}
}
if(data.access !== undefined){
let data6 = data.access;
if(Array.isArray(data6)){
if(data6.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/access",schemaPath:"#/properties/access/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
const _errs21 = errors;
let valid9 = true;
const _errs22 = errors;
if(errors === _errs22){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing0;
if((data7.gcp === undefined) && (missing0 = "gcp")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid0 = _errs22 === errors;
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs24 = errors;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.gcp === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/required",keyword:"required",params:{missingProperty: "gcp"}});
errors++;
}
if(data7.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
for(const key1 in data7){
if(!(((key1 === "gcp") || (key1 === "role")) || (key1 === "condition"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data7.gcp !== undefined){
let data8 = data7.gcp;
if(typeof data8 === "string"){
if(!pattern49.test(data8)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/gcp",schemaPath:"#/$defs/belowPlace/pattern",keyword:"pattern",params:{pattern: "^\\$place(?:/[!-~]+)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/gcp",schemaPath:"#/$defs/belowPlace/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data7.role !== undefined){
let data9 = data7.role;
if(typeof data9 === "string"){
if(!pattern10.test(data9)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/gcp-role/pattern",keyword:"pattern",params:{pattern: "^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/gcp-role/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data7.condition !== undefined){
let data10 = data7.condition;
if(typeof data10 === "string"){
if(!pattern8.test(data10)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs24 === errors;
valid9 = _valid0;
if(valid9){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs36 = errors;
const _errs37 = errors;
let valid14 = true;
const _errs38 = errors;
if(errors === _errs38){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if((data7.azure === undefined) && (missing1 = "azure")){
vErrors = noted(vErrors, {});
errors++;
}
}
else {
vErrors = noted(vErrors, {});
errors++;
}
}
var _valid1 = _errs38 === errors;
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs40 = errors;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.azure === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/required",keyword:"required",params:{missingProperty: "azure"}});
errors++;
}
if(data7.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
for(const key2 in data7){
if(!(((key2 === "azure") || (key2 === "role")) || (key2 === "condition"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data7.azure !== undefined){
let data11 = data7.azure;
if(typeof data11 === "string"){
if(!pattern49.test(data11)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/azure",schemaPath:"#/$defs/belowPlace/pattern",keyword:"pattern",params:{pattern: "^\\$place(?:/[!-~]+)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/azure",schemaPath:"#/$defs/belowPlace/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data7.role !== undefined){
let data12 = data7.role;
if(typeof data12 === "string"){
if(!pattern13.test(data12)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/azure-role/pattern",keyword:"pattern",params:{pattern: "^[!-~]+(?: [!-~]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/role",schemaPath:"#/$defs/azure-role/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data7.condition !== undefined){
let data13 = data7.condition;
if(typeof data13 === "string"){
if(!pattern8.test(data13)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/condition",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid1 = _errs40 === errors;
valid14 = _valid1;
if(valid14){
var props1 = true;
}
ifClause1 = "then";
}
else {
var _valid1 = false;
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/false schema",keyword:"false schema",params:{}});
errors++;
valid14 = _valid1;
ifClause1 = "else";
}
if(!valid14){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/if",keyword:"if",params:{failingKeyword: ifClause1}});
errors++;
}
var _valid0 = _errs36 === errors;
valid9 = _valid0;
if(valid9){
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
}
ifClause0 = "else";
}
if(!valid9){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/if",keyword:"if",params:{failingKeyword: ifClause0}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access",schemaPath:"#/properties/access/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const policy = validate24;
const schema86 = {"$id":"https://grantkeeper.dev/schemas/v1/policy.schema.json","type":"object","properties":{"stamp":{"$ref":"#/$defs/stamp"},"formerStamps":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/stamp"},"uniqueItems":true},"security":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"clouds":{"type":"object","minProperties":1,"properties":{"gcp":{"type":"object","properties":{"reads":{"type":"array","items":{"type":"string","$ref":"#/$defs/gcp-place"},"minItems":1,"uniqueItems":true},"manages":{"type":"array","items":{"type":"string","$ref":"#/$defs/gcp-place"},"minItems":1,"uniqueItems":true},"recall":{"type":"object","properties":{"lockdown":{"type":"string","pattern":"^(?:projects|folders|organizations)/[a-z0-9-]+$"},"denies":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$"},"minItems":1,"uniqueItems":true},"disables":{"type":"boolean"},"signOut":{"type":"object","properties":{"account":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$"},"admin":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$"}},"required":["account"],"additionalProperties":false}},"additionalProperties":false,"minProperties":1}},"required":["manages"],"additionalProperties":false},"azure":{"type":"object","properties":{"tenant":{"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},"enforce":{"enum":["pim","run","auto"]},"mayEnforce":{"type":"array","items":{"type":"string","enum":["pim","run","auto"]},"minItems":1,"uniqueItems":true},"reads":{"type":"array","items":{"type":"string","$ref":"#/$defs/azure-place"},"minItems":1,"uniqueItems":true},"manages":{"type":"array","items":{"type":"string","$ref":"#/$defs/azure-place"},"minItems":1,"uniqueItems":true},"recall":{"type":"object","properties":{"lockdown":{"type":"string","pattern":"^/[!-~]*$"},"denies":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9.*/]+/(?:write|delete|action)$"},"minItems":1,"uniqueItems":true},"disables":{"type":"boolean"},"signOut":{"type":"object","properties":{"account":{"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}},"required":["account"],"additionalProperties":false}},"additionalProperties":false,"minProperties":1}},"required":["tenant","manages"],"additionalProperties":false}},"additionalProperties":false},"grants":{"type":"object","default":{},"properties":{"maxDuration":{"$ref":"#/$defs/period","default":"8h"},"maxTotal":{"$ref":"#/$defs/period","default":"30d"},"maxHorizon":{"$ref":"#/$defs/period","default":"30d"},"maxGrace":{"$ref":"#/$defs/periodOrZero","default":"30m"},"require":{"type":"array","default":["reason"],"items":{"type":"string","enum":["reason","ticket"]},"uniqueItems":true},"ticketPattern":{"$ref":"#/$defs/line"}},"additionalProperties":false},"limits":{"type":"array","default":[],"items":{"type":"object","minProperties":2,"properties":{"env":{"$ref":"#/$defs/name"},"maxDuration":{"$ref":"#/$defs/period"},"deny":{"type":"boolean"}},"required":["env"],"additionalProperties":false}},"deny":{"type":"object","default":{},"properties":{"roles":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleGlob"},"uniqueItems":true},"scopes":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/scopeOfCloud"},"uniqueItems":true},"principals":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/principalGlob"},"uniqueItems":true}},"additionalProperties":false},"separationOfDuties":{"type":"array","default":[],"items":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":2}},"hours":{"type":"array","default":[],"items":{"type":"object","properties":{"where":{"type":"object","default":{},"properties":{"folder":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"env":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"cloud":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"role":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleOrGlob"},"uniqueItems":false},"principal":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false}},"additionalProperties":false},"days":{"type":"array","default":["mon","tue","wed","thu","fri"],"items":{"type":"string","enum":["mon","tue","wed","thu","fri","sat","sun"]},"uniqueItems":true,"minItems":1},"from":{"$ref":"#/$defs/timeOfDay"},"to":{"$ref":"#/$defs/timeOfDay"},"zone":{"$ref":"#/$defs/zone"},"part":{"type":"string","default":"whole","enum":["whole","begin"]}},"required":["from","to"],"additionalProperties":false}},"asking":{"type":"array","default":[],"items":{"type":"object","properties":{"for":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"by":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"self":{"type":"boolean","default":true}},"additionalProperties":false}},"groups":{"type":"object","default":{},"properties":{"maxMembers":{"type":"integer","minimum":1}},"additionalProperties":false},"rules":{"type":"array","default":[],"items":{"type":"object","properties":{"name":{"$ref":"#/$defs/name"},"expression":{"$ref":"#/$defs/text"},"message":{"$ref":"#/$defs/text"}},"required":["name","expression","message"],"additionalProperties":false}},"modes":{"type":"array","default":[],"items":{"type":"object","properties":{"rule":{"$ref":"#/$defs/name"},"mode":{"type":"string","enum":["deny","warn","off"]},"where":{"type":"object","default":{},"properties":{"folder":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"env":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"cloud":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"role":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleOrGlob"},"uniqueItems":false},"principal":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false}},"additionalProperties":false}},"required":["rule","mode"],"additionalProperties":false}},"approval":{"type":"object","default":{},"properties":{"mode":{"type":"string","default":"enforce","enum":["enforce","warn","trust-branch-protection"]},"minimum":{"type":"integer","default":1,"minimum":1},"privileged":{"type":"integer","default":2,"minimum":1},"more":{"type":"array","default":[],"items":{"type":"object","properties":{"where":{"type":"object","default":{},"properties":{"folder":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"env":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"cloud":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"role":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleOrGlob"},"uniqueItems":false},"principal":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false}},"additionalProperties":false},"privileged":{"type":"boolean","default":false},"minimum":{"type":"integer","minimum":1},"approvers":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true}},"additionalProperties":false}}},"additionalProperties":false},"guard":{"type":"object","default":{},"properties":{"withdrawals":{"type":"object","default":{},"properties":{"max":{"type":"integer","default":3,"minimum":0},"percent":{"type":"integer","default":10,"minimum":0,"maximum":100},"window":{"$ref":"#/$defs/period","default":"24h"}},"additionalProperties":false},"newGrants":{"type":"object","default":{},"properties":{"max":{"type":"integer","default":20,"minimum":0},"privileged":{"type":"integer","default":5,"minimum":0}},"additionalProperties":false},"protect":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true}},"additionalProperties":false},"breakGlass":{"type":"object","properties":{"who":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"roles":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"maxDuration":{"$ref":"#/$defs/period"},"reviewWithin":{"$ref":"#/$defs/period"}},"required":["who","roles","maxDuration","reviewWithin"],"additionalProperties":false},"unmanaged":{"type":"object","default":{},"properties":{"mode":{"type":"string","default":"report","enum":["report","ignore"]},"ignore":{"type":"array","default":["service-agents","pim","pam","inherited"],"items":{"type":"string","enum":["service-agents","pim","pam","inherited"]},"uniqueItems":true}},"additionalProperties":false},"notices":{"type":"object","default":{},"properties":{"before":{"type":"array","default":["24h","1h"],"items":{"type":"string","$ref":"#/$defs/period"},"uniqueItems":true},"to":{"type":"array","default":["principal","approvers"],"items":{"type":"string","enum":["principal","approvers"]},"uniqueItems":true}},"additionalProperties":false},"prune":{"type":"object","default":{},"properties":{"after":{"$ref":"#/$defs/period","default":"1h"}},"additionalProperties":false},"heartbeat":{"type":"object","default":{},"properties":{"maxAge":{"$ref":"#/$defs/period","default":"90m"}},"additionalProperties":false}},"required":["stamp","security","clouds"],"additionalProperties":false,"$defs":{"stamp":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,23}$"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"gcp-place":{"type":"string","pattern":"^(?:projects|folders|organizations)/[!-~]+$"},"azure-place":{"type":"string","pattern":"^/[!-~]*$"},"period":{"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"periodOrZero":{"type":"string","pattern":"^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"roleGlob":{"type":"string","pattern":"^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$"},"scopeOfCloud":{"type":"string","pattern":"^[a-z0-9-]+:[!-~]+$"},"principalGlob":{"type":"string","pattern":"^[!-~]+$"},"roleOrGlob":{"type":"string","pattern":"^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"},"timeOfDay":{"type":"string","pattern":"^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"},"zone":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"},"text":{"type":"string","pattern":"\\S"}}};
const schema87 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,23}$"};
const schema89 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"};
const schema90 = {"type":"string","pattern":"^(?:projects|folders|organizations)/[!-~]+$"};
const schema92 = {"type":"string","pattern":"^/[!-~]*$"};
const schema94 = {"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"};
const schema97 = {"type":"string","pattern":"^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"};
const schema98 = {"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"};
const schema101 = {"type":"string","pattern":"^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$"};
const schema102 = {"type":"string","pattern":"^[a-z0-9-]+:[!-~]+$"};
const schema103 = {"type":"string","pattern":"^[!-~]+$"};
const schema108 = {"type":"string","pattern":"^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"};
const schema110 = {"type":"string","pattern":"^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"};
const schema112 = {"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"};
const schema116 = {"type":"string","pattern":"\\S"};
const pattern55 = new RegExp("^[a-z0-9][a-z0-9-]{0,23}$", "u");
const pattern60 = new RegExp("^(?:projects|folders|organizations)/[a-z0-9-]+$", "u");
const pattern61 = new RegExp("^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$", "u");
const pattern62 = new RegExp("^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$", "u");
const pattern63 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
const pattern68 = new RegExp("^[A-Za-z0-9.*/]+/(?:write|delete|action)$", "u");
const pattern77 = new RegExp("^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$", "u");
const pattern78 = new RegExp("^[a-z0-9-]+:[!-~]+$", "u");
const pattern79 = new RegExp("^[!-~]+$", "u");
const pattern84 = new RegExp("^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$", "u");
const pattern86 = new RegExp("^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$", "u");

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/policy.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.formerStamps === undefined){
data.formerStamps = [];
}
if(data.grants === undefined){
data.grants = {};
}
if(data.limits === undefined){
data.limits = [];
}
if(data.deny === undefined){
data.deny = {};
}
if(data.separationOfDuties === undefined){
data.separationOfDuties = [];
}
if(data.hours === undefined){
data.hours = [];
}
if(data.asking === undefined){
data.asking = [];
}
if(data.groups === undefined){
data.groups = {};
}
if(data.rules === undefined){
data.rules = [];
}
if(data.modes === undefined){
data.modes = [];
}
if(data.approval === undefined){
data.approval = {};
}
if(data.guard === undefined){
data.guard = {};
}
if(data.unmanaged === undefined){
data.unmanaged = {};
}
if(data.notices === undefined){
data.notices = {};
}
if(data.prune === undefined){
data.prune = {};
}
if(data.heartbeat === undefined){
data.heartbeat = {};
}
if(data.stamp === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "stamp"}});
errors++;
}
if(data.security === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "security"}});
errors++;
}
if(data.clouds === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "clouds"}});
errors++;
}
for(const key0 in data){
if(!(func1.call(schema86.properties, key0))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.stamp !== undefined){
let data0 = data.stamp;
if(typeof data0 === "string"){
if(!pattern55.test(data0)){
vErrors = noted(vErrors, {instancePath:instancePath+"/stamp",schemaPath:"#/$defs/stamp/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,23}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/stamp",schemaPath:"#/$defs/stamp/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let data1 = data.formerStamps;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/formerStamps/" + i0,schemaPath:"#/properties/formerStamps/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data2 === "string"){
if(!pattern55.test(data2)){
vErrors = noted(vErrors, {instancePath:instancePath+"/formerStamps/" + i0,schemaPath:"#/$defs/stamp/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,23}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/formerStamps/" + i0,schemaPath:"#/$defs/stamp/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/formerStamps",schemaPath:"#/properties/formerStamps/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/formerStamps",schemaPath:"#/properties/formerStamps/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data.security !== undefined){
let data3 = data.security;
if(Array.isArray(data3)){
if(data3.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/security",schemaPath:"#/properties/security/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len1 = data3.length;
for(let i2=0; i2<len1; i2++){
let data4 = data3[i2];
if(typeof data4 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/security/" + i2,schemaPath:"#/properties/security/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
vErrors = noted(vErrors, {instancePath:instancePath+"/security/" + i2,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/security/" + i2,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i3 = data3.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data3[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
vErrors = noted(vErrors, {instancePath:instancePath+"/security",schemaPath:"#/properties/security/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}});
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/security",schemaPath:"#/properties/security/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data.clouds !== undefined){
let data5 = data.clouds;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
if(Object.keys(data5).length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds",schemaPath:"#/properties/clouds/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key1 in data5){
if(!((key1 === "gcp") || (key1 === "azure"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds",schemaPath:"#/properties/clouds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data5.gcp !== undefined){
let data6 = data5.gcp;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.manages === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp",schemaPath:"#/properties/clouds/properties/gcp/required",keyword:"required",params:{missingProperty: "manages"}});
errors++;
}
for(const key2 in data6){
if(!(((key2 === "reads") || (key2 === "manages")) || (key2 === "recall"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp",schemaPath:"#/properties/clouds/properties/gcp/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data6.reads !== undefined){
let data7 = data6.reads;
if(Array.isArray(data7)){
if(data7.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/reads",schemaPath:"#/properties/clouds/properties/gcp/properties/reads/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len2 = data7.length;
for(let i4=0; i4<len2; i4++){
let data8 = data7[i4];
if(typeof data8 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/reads/" + i4,schemaPath:"#/properties/clouds/properties/gcp/properties/reads/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data8 === "string"){
if(!pattern26.test(data8)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/reads/" + i4,schemaPath:"#/$defs/gcp-place/pattern",keyword:"pattern",params:{pattern: "^(?:projects|folders|organizations)/[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/reads/" + i4,schemaPath:"#/$defs/gcp-place/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i5 = data7.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data7[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/reads",schemaPath:"#/properties/clouds/properties/gcp/properties/reads/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}});
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/reads",schemaPath:"#/properties/clouds/properties/gcp/properties/reads/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data6.manages !== undefined){
let data9 = data6.manages;
if(Array.isArray(data9)){
if(data9.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/manages",schemaPath:"#/properties/clouds/properties/gcp/properties/manages/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len3 = data9.length;
for(let i6=0; i6<len3; i6++){
let data10 = data9[i6];
if(typeof data10 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/manages/" + i6,schemaPath:"#/properties/clouds/properties/gcp/properties/manages/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data10 === "string"){
if(!pattern26.test(data10)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/manages/" + i6,schemaPath:"#/$defs/gcp-place/pattern",keyword:"pattern",params:{pattern: "^(?:projects|folders|organizations)/[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/manages/" + i6,schemaPath:"#/$defs/gcp-place/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i7 = data9.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data9[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/manages",schemaPath:"#/properties/clouds/properties/gcp/properties/manages/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}});
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/manages",schemaPath:"#/properties/clouds/properties/gcp/properties/manages/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data6.recall !== undefined){
let data11 = data6.recall;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key3 in data11){
if(!((((key3 === "lockdown") || (key3 === "denies")) || (key3 === "disables")) || (key3 === "signOut"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data11.lockdown !== undefined){
let data12 = data11.lockdown;
if(typeof data12 === "string"){
if(!pattern60.test(data12)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/lockdown",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/lockdown/pattern",keyword:"pattern",params:{pattern: "^(?:projects|folders|organizations)/[a-z0-9-]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/lockdown",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/lockdown/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data11.denies !== undefined){
let data13 = data11.denies;
if(Array.isArray(data13)){
if(data13.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/denies",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/denies/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len4 = data13.length;
for(let i8=0; i8<len4; i8++){
let data14 = data13[i8];
if(typeof data14 === "string"){
if(!pattern61.test(data14)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/denies/" + i8,schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/denies/items/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/denies/" + i8,schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/denies/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i9 = data13.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data13[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/denies",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/denies/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}});
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/denies",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/denies/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data11.disables !== undefined){
if(typeof data11.disables !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/disables",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/disables/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data11.signOut !== undefined){
let data16 = data11.signOut;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.account === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/required",keyword:"required",params:{missingProperty: "account"}});
errors++;
}
for(const key4 in data16){
if(!((key4 === "account") || (key4 === "admin"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4}});
errors++;
}
}
if(data16.account !== undefined){
let data17 = data16.account;
if(typeof data17 === "string"){
if(!pattern62.test(data17)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut/account",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/properties/account/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut/account",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/properties/account/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.admin !== undefined){
let data18 = data16.admin;
if(typeof data18 === "string"){
if(!pattern63.test(data18)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut/admin",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/properties/admin/pattern",keyword:"pattern",params:{pattern: "^[^@\\s]+@[^@\\s]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut/admin",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/properties/admin/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall/signOut",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/properties/signOut/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp/recall",schemaPath:"#/properties/clouds/properties/gcp/properties/recall/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/gcp",schemaPath:"#/properties/clouds/properties/gcp/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
if(data5.azure !== undefined){
let data19 = data5.azure;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.tenant === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure",schemaPath:"#/properties/clouds/properties/azure/required",keyword:"required",params:{missingProperty: "tenant"}});
errors++;
}
if(data19.manages === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure",schemaPath:"#/properties/clouds/properties/azure/required",keyword:"required",params:{missingProperty: "manages"}});
errors++;
}
for(const key5 in data19){
if(!((((((key5 === "tenant") || (key5 === "enforce")) || (key5 === "mayEnforce")) || (key5 === "reads")) || (key5 === "manages")) || (key5 === "recall"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure",schemaPath:"#/properties/clouds/properties/azure/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5}});
errors++;
}
}
if(data19.tenant !== undefined){
let data20 = data19.tenant;
if(typeof data20 === "string"){
if(!pattern32.test(data20)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/tenant",schemaPath:"#/properties/clouds/properties/azure/properties/tenant/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/tenant",schemaPath:"#/properties/clouds/properties/azure/properties/tenant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data19.enforce !== undefined){
let data21 = data19.enforce;
if(!(((data21 === "pim") || (data21 === "run")) || (data21 === "auto"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/enforce",schemaPath:"#/properties/clouds/properties/azure/properties/enforce/enum",keyword:"enum",params:{allowedValues: schema86.properties.clouds.properties.azure.properties.enforce.enum}});
errors++;
}
}
if(data19.mayEnforce !== undefined){
let data22 = data19.mayEnforce;
if(Array.isArray(data22)){
if(data22.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/mayEnforce",schemaPath:"#/properties/clouds/properties/azure/properties/mayEnforce/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len5 = data22.length;
for(let i10=0; i10<len5; i10++){
let data23 = data22[i10];
if(typeof data23 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/mayEnforce/" + i10,schemaPath:"#/properties/clouds/properties/azure/properties/mayEnforce/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data23 === "pim") || (data23 === "run")) || (data23 === "auto"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/mayEnforce/" + i10,schemaPath:"#/properties/clouds/properties/azure/properties/mayEnforce/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.clouds.properties.azure.properties.mayEnforce.items.enum}});
errors++;
}
}
let i11 = data22.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data22[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/mayEnforce",schemaPath:"#/properties/clouds/properties/azure/properties/mayEnforce/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}});
errors++;
break;
}
indices5[item5] = i11;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/mayEnforce",schemaPath:"#/properties/clouds/properties/azure/properties/mayEnforce/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data19.reads !== undefined){
let data24 = data19.reads;
if(Array.isArray(data24)){
if(data24.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads",schemaPath:"#/properties/clouds/properties/azure/properties/reads/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len6 = data24.length;
for(let i12=0; i12<len6; i12++){
let data25 = data24[i12];
if(typeof data25 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads/" + i12,schemaPath:"#/properties/clouds/properties/azure/properties/reads/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data25 === "string"){
if(!pattern27.test(data25)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads/" + i12,schemaPath:"#/$defs/azure-place/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads/" + i12,schemaPath:"#/$defs/azure-place/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i13 = data24.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data24[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads",schemaPath:"#/properties/clouds/properties/azure/properties/reads/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}});
errors++;
break;
}
indices6[item6] = i13;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads",schemaPath:"#/properties/clouds/properties/azure/properties/reads/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data19.manages !== undefined){
let data26 = data19.manages;
if(Array.isArray(data26)){
if(data26.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages",schemaPath:"#/properties/clouds/properties/azure/properties/manages/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len7 = data26.length;
for(let i14=0; i14<len7; i14++){
let data27 = data26[i14];
if(typeof data27 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages/" + i14,schemaPath:"#/properties/clouds/properties/azure/properties/manages/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data27 === "string"){
if(!pattern27.test(data27)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages/" + i14,schemaPath:"#/$defs/azure-place/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages/" + i14,schemaPath:"#/$defs/azure-place/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i15 = data26.length;
let j7;
if(i15 > 1){
const indices7 = {};
for(;i15--;){
let item7 = data26[i15];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages",schemaPath:"#/properties/clouds/properties/azure/properties/manages/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7}});
errors++;
break;
}
indices7[item7] = i15;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages",schemaPath:"#/properties/clouds/properties/azure/properties/manages/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data19.recall !== undefined){
let data28 = data19.recall;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
if(Object.keys(data28).length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall",schemaPath:"#/properties/clouds/properties/azure/properties/recall/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key6 in data28){
if(!((((key6 === "lockdown") || (key6 === "denies")) || (key6 === "disables")) || (key6 === "signOut"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall",schemaPath:"#/properties/clouds/properties/azure/properties/recall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}});
errors++;
}
}
if(data28.lockdown !== undefined){
let data29 = data28.lockdown;
if(typeof data29 === "string"){
if(!pattern27.test(data29)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/lockdown",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/lockdown/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/lockdown",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/lockdown/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data28.denies !== undefined){
let data30 = data28.denies;
if(Array.isArray(data30)){
if(data30.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len8 = data30.length;
for(let i16=0; i16<len8; i16++){
let data31 = data30[i16];
if(typeof data31 === "string"){
if(!pattern68.test(data31)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies/" + i16,schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9.*/]+/(?:write|delete|action)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies/" + i16,schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i17 = data30.length;
let j8;
if(i17 > 1){
const indices8 = {};
for(;i17--;){
let item8 = data30[i17];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j8}});
errors++;
break;
}
indices8[item8] = i17;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data28.disables !== undefined){
if(typeof data28.disables !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/disables",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/disables/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data28.signOut !== undefined){
let data33 = data28.signOut;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.account === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/required",keyword:"required",params:{missingProperty: "account"}});
errors++;
}
for(const key7 in data33){
if(!(key7 === "account")){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}});
errors++;
}
}
if(data33.account !== undefined){
let data34 = data33.account;
if(typeof data34 === "string"){
if(!pattern32.test(data34)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut/account",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/properties/account/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut/account",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/properties/account/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall",schemaPath:"#/properties/clouds/properties/azure/properties/recall/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure",schemaPath:"#/properties/clouds/properties/azure/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds",schemaPath:"#/properties/clouds/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
let data35 = data.grants;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.maxDuration === undefined){
data35.maxDuration = "8h";
}
if(data35.maxTotal === undefined){
data35.maxTotal = "30d";
}
if(data35.maxHorizon === undefined){
data35.maxHorizon = "30d";
}
if(data35.maxGrace === undefined){
data35.maxGrace = "30m";
}
if(data35.require === undefined){
data35.require = ["reason"];
}
for(const key8 in data35){
if(!((((((key8 === "maxDuration") || (key8 === "maxTotal")) || (key8 === "maxHorizon")) || (key8 === "maxGrace")) || (key8 === "require")) || (key8 === "ticketPattern"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}});
errors++;
}
}
let data36 = data35.maxDuration;
if(typeof data36 === "string"){
if(!pattern20.test(data36)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data37 = data35.maxTotal;
if(typeof data37 === "string"){
if(!pattern20.test(data37)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxTotal",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxTotal",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data38 = data35.maxHorizon;
if(typeof data38 === "string"){
if(!pattern20.test(data38)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxHorizon",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxHorizon",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data39 = data35.maxGrace;
if(typeof data39 === "string"){
if(!pattern21.test(data39)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxGrace",schemaPath:"#/$defs/periodOrZero/pattern",keyword:"pattern",params:{pattern: "^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxGrace",schemaPath:"#/$defs/periodOrZero/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data40 = data35.require;
if(Array.isArray(data40)){
const len9 = data40.length;
for(let i18=0; i18<len9; i18++){
let data41 = data40[i18];
if(typeof data41 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require/" + i18,schemaPath:"#/properties/grants/properties/require/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data41 === "reason") || (data41 === "ticket"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require/" + i18,schemaPath:"#/properties/grants/properties/require/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.grants.properties.require.items.enum}});
errors++;
}
}
let i19 = data40.length;
let j9;
if(i19 > 1){
const indices9 = {};
for(;i19--;){
let item9 = data40[i19];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require",schemaPath:"#/properties/grants/properties/require/uniqueItems",keyword:"uniqueItems",params:{i: i19, j: j9}});
errors++;
break;
}
indices9[item9] = i19;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require",schemaPath:"#/properties/grants/properties/require/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data35.ticketPattern !== undefined){
let data42 = data35.ticketPattern;
if(typeof data42 === "string"){
if(!pattern8.test(data42)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/ticketPattern",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/ticketPattern",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data43 = data.limits;
if(Array.isArray(data43)){
const len10 = data43.length;
for(let i20=0; i20<len10; i20++){
let data44 = data43[i20];
if(data44 && typeof data44 == "object" && !Array.isArray(data44)){
if(Object.keys(data44).length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20,schemaPath:"#/properties/limits/items/minProperties",keyword:"minProperties",params:{limit: 2}});
errors++;
}
if(data44.env === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20,schemaPath:"#/properties/limits/items/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key9 in data44){
if(!(((key9 === "env") || (key9 === "maxDuration")) || (key9 === "deny"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20,schemaPath:"#/properties/limits/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}});
errors++;
}
}
if(data44.env !== undefined){
let data45 = data44.env;
if(typeof data45 === "string"){
if(!pattern4.test(data45)){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20+"/env",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20+"/env",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data44.maxDuration !== undefined){
let data46 = data44.maxDuration;
if(typeof data46 === "string"){
if(!pattern20.test(data46)){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20+"/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20+"/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data44.deny !== undefined){
if(typeof data44.deny !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20+"/deny",schemaPath:"#/properties/limits/items/properties/deny/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i20,schemaPath:"#/properties/limits/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data48 = data.deny;
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
if(data48.roles === undefined){
data48.roles = [];
}
if(data48.scopes === undefined){
data48.scopes = [];
}
if(data48.principals === undefined){
data48.principals = [];
}
for(const key10 in data48){
if(!(((key10 === "roles") || (key10 === "scopes")) || (key10 === "principals"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny",schemaPath:"#/properties/deny/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}});
errors++;
}
}
let data49 = data48.roles;
if(Array.isArray(data49)){
const len11 = data49.length;
for(let i21=0; i21<len11; i21++){
let data50 = data49[i21];
if(typeof data50 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles/" + i21,schemaPath:"#/properties/deny/properties/roles/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data50 === "string"){
if(!pattern77.test(data50)){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles/" + i21,schemaPath:"#/$defs/roleGlob/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles/" + i21,schemaPath:"#/$defs/roleGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i22 = data49.length;
let j10;
if(i22 > 1){
const indices10 = {};
for(;i22--;){
let item10 = data49[i22];
if(typeof item10 !== "string"){
continue;
}
if(typeof indices10[item10] == "number"){
j10 = indices10[item10];
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles",schemaPath:"#/properties/deny/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i22, j: j10}});
errors++;
break;
}
indices10[item10] = i22;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles",schemaPath:"#/properties/deny/properties/roles/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data51 = data48.scopes;
if(Array.isArray(data51)){
const len12 = data51.length;
for(let i23=0; i23<len12; i23++){
let data52 = data51[i23];
if(typeof data52 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes/" + i23,schemaPath:"#/properties/deny/properties/scopes/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data52 === "string"){
if(!pattern78.test(data52)){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes/" + i23,schemaPath:"#/$defs/scopeOfCloud/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+:[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes/" + i23,schemaPath:"#/$defs/scopeOfCloud/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i24 = data51.length;
let j11;
if(i24 > 1){
const indices11 = {};
for(;i24--;){
let item11 = data51[i24];
if(typeof item11 !== "string"){
continue;
}
if(typeof indices11[item11] == "number"){
j11 = indices11[item11];
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes",schemaPath:"#/properties/deny/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i24, j: j11}});
errors++;
break;
}
indices11[item11] = i24;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes",schemaPath:"#/properties/deny/properties/scopes/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data53 = data48.principals;
if(Array.isArray(data53)){
const len13 = data53.length;
for(let i25=0; i25<len13; i25++){
let data54 = data53[i25];
if(typeof data54 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals/" + i25,schemaPath:"#/properties/deny/properties/principals/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data54 === "string"){
if(!pattern79.test(data54)){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals/" + i25,schemaPath:"#/$defs/principalGlob/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals/" + i25,schemaPath:"#/$defs/principalGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i26 = data53.length;
let j12;
if(i26 > 1){
const indices12 = {};
for(;i26--;){
let item12 = data53[i26];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals",schemaPath:"#/properties/deny/properties/principals/uniqueItems",keyword:"uniqueItems",params:{i: i26, j: j12}});
errors++;
break;
}
indices12[item12] = i26;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals",schemaPath:"#/properties/deny/properties/principals/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny",schemaPath:"#/properties/deny/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data55 = data.separationOfDuties;
if(Array.isArray(data55)){
const len14 = data55.length;
for(let i27=0; i27<len14; i27++){
let data56 = data55[i27];
if(Array.isArray(data56)){
if(data56.length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i27,schemaPath:"#/properties/separationOfDuties/items/minItems",keyword:"minItems",params:{limit: 2}});
errors++;
}
const len15 = data56.length;
for(let i28=0; i28<len15; i28++){
let data57 = data56[i28];
if(typeof data57 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i27+"/" + i28,schemaPath:"#/properties/separationOfDuties/items/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data57 === "string"){
if(!pattern4.test(data57)){
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i27+"/" + i28,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i27+"/" + i28,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i29 = data56.length;
let j13;
if(i29 > 1){
const indices13 = {};
for(;i29--;){
let item13 = data56[i29];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i27,schemaPath:"#/properties/separationOfDuties/items/uniqueItems",keyword:"uniqueItems",params:{i: i29, j: j13}});
errors++;
break;
}
indices13[item13] = i29;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i27,schemaPath:"#/properties/separationOfDuties/items/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties",schemaPath:"#/properties/separationOfDuties/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data58 = data.hours;
if(Array.isArray(data58)){
const len16 = data58.length;
for(let i30=0; i30<len16; i30++){
let data59 = data58[i30];
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
if(data59.where === undefined){
data59.where = {};
}
if(data59.days === undefined){
data59.days = ["mon","tue","wed","thu","fri"];
}
if(data59.part === undefined){
data59.part = "whole";
}
if(data59.from === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30,schemaPath:"#/properties/hours/items/required",keyword:"required",params:{missingProperty: "from"}});
errors++;
}
if(data59.to === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30,schemaPath:"#/properties/hours/items/required",keyword:"required",params:{missingProperty: "to"}});
errors++;
}
for(const key11 in data59){
if(!((((((key11 === "where") || (key11 === "days")) || (key11 === "from")) || (key11 === "to")) || (key11 === "zone")) || (key11 === "part"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30,schemaPath:"#/properties/hours/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}});
errors++;
}
}
let data60 = data59.where;
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
if(data60.folder === undefined){
data60.folder = [];
}
if(data60.env === undefined){
data60.env = [];
}
if(data60.cloud === undefined){
data60.cloud = [];
}
if(data60.role === undefined){
data60.role = [];
}
if(data60.principal === undefined){
data60.principal = [];
}
for(const key12 in data60){
if(!(((((key12 === "folder") || (key12 === "env")) || (key12 === "cloud")) || (key12 === "role")) || (key12 === "principal"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where",schemaPath:"#/properties/hours/items/properties/where/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}});
errors++;
}
}
let data61 = data60.folder;
if(Array.isArray(data61)){
const len17 = data61.length;
for(let i31=0; i31<len17; i31++){
let data62 = data61[i31];
if(typeof data62 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/folder/" + i31,schemaPath:"#/properties/hours/items/properties/where/properties/folder/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data62 === "string"){
if(!pattern4.test(data62)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/folder/" + i31,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/folder/" + i31,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/folder",schemaPath:"#/properties/hours/items/properties/where/properties/folder/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data63 = data60.env;
if(Array.isArray(data63)){
const len18 = data63.length;
for(let i32=0; i32<len18; i32++){
let data64 = data63[i32];
if(typeof data64 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/env/" + i32,schemaPath:"#/properties/hours/items/properties/where/properties/env/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data64 === "string"){
if(!pattern4.test(data64)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/env/" + i32,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/env/" + i32,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/env",schemaPath:"#/properties/hours/items/properties/where/properties/env/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data65 = data60.cloud;
if(Array.isArray(data65)){
const len19 = data65.length;
for(let i33=0; i33<len19; i33++){
let data66 = data65[i33];
if(typeof data66 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/cloud/" + i33,schemaPath:"#/properties/hours/items/properties/where/properties/cloud/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data66 === "string"){
if(!pattern4.test(data66)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/cloud/" + i33,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/cloud/" + i33,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/cloud",schemaPath:"#/properties/hours/items/properties/where/properties/cloud/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data67 = data60.role;
if(Array.isArray(data67)){
const len20 = data67.length;
for(let i34=0; i34<len20; i34++){
let data68 = data67[i34];
if(typeof data68 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/role/" + i34,schemaPath:"#/properties/hours/items/properties/where/properties/role/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data68 === "string"){
if(!pattern84.test(data68)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/role/" + i34,schemaPath:"#/$defs/roleOrGlob/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/role/" + i34,schemaPath:"#/$defs/roleOrGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/role",schemaPath:"#/properties/hours/items/properties/where/properties/role/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data69 = data60.principal;
if(Array.isArray(data69)){
const len21 = data69.length;
for(let i35=0; i35<len21; i35++){
let data70 = data69[i35];
if(typeof data70 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/principal/" + i35,schemaPath:"#/properties/hours/items/properties/where/properties/principal/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data70 === "string"){
if(!pattern4.test(data70)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/principal/" + i35,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/principal/" + i35,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where/principal",schemaPath:"#/properties/hours/items/properties/where/properties/principal/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/where",schemaPath:"#/properties/hours/items/properties/where/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data71 = data59.days;
if(Array.isArray(data71)){
if(data71.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/days",schemaPath:"#/properties/hours/items/properties/days/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len22 = data71.length;
for(let i36=0; i36<len22; i36++){
let data72 = data71[i36];
if(typeof data72 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/days/" + i36,schemaPath:"#/properties/hours/items/properties/days/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((data72 === "mon") || (data72 === "tue")) || (data72 === "wed")) || (data72 === "thu")) || (data72 === "fri")) || (data72 === "sat")) || (data72 === "sun"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/days/" + i36,schemaPath:"#/properties/hours/items/properties/days/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.hours.items.properties.days.items.enum}});
errors++;
}
}
let i37 = data71.length;
let j14;
if(i37 > 1){
const indices14 = {};
for(;i37--;){
let item14 = data71[i37];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/days",schemaPath:"#/properties/hours/items/properties/days/uniqueItems",keyword:"uniqueItems",params:{i: i37, j: j14}});
errors++;
break;
}
indices14[item14] = i37;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/days",schemaPath:"#/properties/hours/items/properties/days/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data59.from !== undefined){
let data73 = data59.from;
if(typeof data73 === "string"){
if(!pattern86.test(data73)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/from",schemaPath:"#/$defs/timeOfDay/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/from",schemaPath:"#/$defs/timeOfDay/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data59.to !== undefined){
let data74 = data59.to;
if(typeof data74 === "string"){
if(!pattern86.test(data74)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/to",schemaPath:"#/$defs/timeOfDay/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/to",schemaPath:"#/$defs/timeOfDay/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data59.zone !== undefined){
let data75 = data59.zone;
if(typeof data75 === "string"){
if(!pattern23.test(data75)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/zone",schemaPath:"#/$defs/zone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/zone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let data76 = data59.part;
if(typeof data76 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/part",schemaPath:"#/properties/hours/items/properties/part/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data76 === "whole") || (data76 === "begin"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30+"/part",schemaPath:"#/properties/hours/items/properties/part/enum",keyword:"enum",params:{allowedValues: schema86.properties.hours.items.properties.part.enum}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i30,schemaPath:"#/properties/hours/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours",schemaPath:"#/properties/hours/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data77 = data.asking;
if(Array.isArray(data77)){
const len23 = data77.length;
for(let i38=0; i38<len23; i38++){
let data78 = data77[i38];
if(data78 && typeof data78 == "object" && !Array.isArray(data78)){
if(data78.for === undefined){
data78.for = [];
}
if(data78.by === undefined){
data78.by = [];
}
if(data78.self === undefined){
data78.self = true;
}
for(const key13 in data78){
if(!(((key13 === "for") || (key13 === "by")) || (key13 === "self"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38,schemaPath:"#/properties/asking/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}});
errors++;
}
}
let data79 = data78.for;
if(Array.isArray(data79)){
const len24 = data79.length;
for(let i39=0; i39<len24; i39++){
let data80 = data79[i39];
if(typeof data80 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/for/" + i39,schemaPath:"#/properties/asking/items/properties/for/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data80 === "string"){
if(!pattern4.test(data80)){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/for/" + i39,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/for/" + i39,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i40 = data79.length;
let j15;
if(i40 > 1){
const indices15 = {};
for(;i40--;){
let item15 = data79[i40];
if(typeof item15 !== "string"){
continue;
}
if(typeof indices15[item15] == "number"){
j15 = indices15[item15];
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/for",schemaPath:"#/properties/asking/items/properties/for/uniqueItems",keyword:"uniqueItems",params:{i: i40, j: j15}});
errors++;
break;
}
indices15[item15] = i40;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/for",schemaPath:"#/properties/asking/items/properties/for/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data81 = data78.by;
if(Array.isArray(data81)){
const len25 = data81.length;
for(let i41=0; i41<len25; i41++){
let data82 = data81[i41];
if(typeof data82 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/by/" + i41,schemaPath:"#/properties/asking/items/properties/by/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data82 === "string"){
if(!pattern4.test(data82)){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/by/" + i41,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/by/" + i41,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i42 = data81.length;
let j16;
if(i42 > 1){
const indices16 = {};
for(;i42--;){
let item16 = data81[i42];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j16 = indices16[item16];
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/by",schemaPath:"#/properties/asking/items/properties/by/uniqueItems",keyword:"uniqueItems",params:{i: i42, j: j16}});
errors++;
break;
}
indices16[item16] = i42;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/by",schemaPath:"#/properties/asking/items/properties/by/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(typeof data78.self !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38+"/self",schemaPath:"#/properties/asking/items/properties/self/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i38,schemaPath:"#/properties/asking/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking",schemaPath:"#/properties/asking/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data84 = data.groups;
if(data84 && typeof data84 == "object" && !Array.isArray(data84)){
for(const key14 in data84){
if(!(key14 === "maxMembers")){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}});
errors++;
}
}
if(data84.maxMembers !== undefined){
let data85 = data84.maxMembers;
if(!(((typeof data85 == "number") && (!(data85 % 1) && !isNaN(data85))) && (isFinite(data85)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/maxMembers",schemaPath:"#/properties/groups/properties/maxMembers/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data85 == "number") && (isFinite(data85))){
if(data85 < 1 || isNaN(data85)){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/maxMembers",schemaPath:"#/properties/groups/properties/maxMembers/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data86 = data.rules;
if(Array.isArray(data86)){
const len26 = data86.length;
for(let i43=0; i43<len26; i43++){
let data87 = data86[i43];
if(data87 && typeof data87 == "object" && !Array.isArray(data87)){
if(data87.name === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43,schemaPath:"#/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data87.expression === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43,schemaPath:"#/properties/rules/items/required",keyword:"required",params:{missingProperty: "expression"}});
errors++;
}
if(data87.message === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43,schemaPath:"#/properties/rules/items/required",keyword:"required",params:{missingProperty: "message"}});
errors++;
}
for(const key15 in data87){
if(!(((key15 === "name") || (key15 === "expression")) || (key15 === "message"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43,schemaPath:"#/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}});
errors++;
}
}
if(data87.name !== undefined){
let data88 = data87.name;
if(typeof data88 === "string"){
if(!pattern4.test(data88)){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43+"/name",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.expression !== undefined){
let data89 = data87.expression;
if(typeof data89 === "string"){
if(!pattern7.test(data89)){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43+"/expression",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43+"/expression",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data87.message !== undefined){
let data90 = data87.message;
if(typeof data90 === "string"){
if(!pattern7.test(data90)){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43+"/message",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i43,schemaPath:"#/properties/rules/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data91 = data.modes;
if(Array.isArray(data91)){
const len27 = data91.length;
for(let i44=0; i44<len27; i44++){
let data92 = data91[i44];
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
if(data92.where === undefined){
data92.where = {};
}
if(data92.rule === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44,schemaPath:"#/properties/modes/items/required",keyword:"required",params:{missingProperty: "rule"}});
errors++;
}
if(data92.mode === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44,schemaPath:"#/properties/modes/items/required",keyword:"required",params:{missingProperty: "mode"}});
errors++;
}
for(const key16 in data92){
if(!(((key16 === "rule") || (key16 === "mode")) || (key16 === "where"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44,schemaPath:"#/properties/modes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}});
errors++;
}
}
if(data92.rule !== undefined){
let data93 = data92.rule;
if(typeof data93 === "string"){
if(!pattern4.test(data93)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/rule",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/rule",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data92.mode !== undefined){
let data94 = data92.mode;
if(typeof data94 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/mode",schemaPath:"#/properties/modes/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data94 === "deny") || (data94 === "warn")) || (data94 === "off"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/mode",schemaPath:"#/properties/modes/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema86.properties.modes.items.properties.mode.enum}});
errors++;
}
}
let data95 = data92.where;
if(data95 && typeof data95 == "object" && !Array.isArray(data95)){
if(data95.folder === undefined){
data95.folder = [];
}
if(data95.env === undefined){
data95.env = [];
}
if(data95.cloud === undefined){
data95.cloud = [];
}
if(data95.role === undefined){
data95.role = [];
}
if(data95.principal === undefined){
data95.principal = [];
}
for(const key17 in data95){
if(!(((((key17 === "folder") || (key17 === "env")) || (key17 === "cloud")) || (key17 === "role")) || (key17 === "principal"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where",schemaPath:"#/properties/modes/items/properties/where/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}});
errors++;
}
}
let data96 = data95.folder;
if(Array.isArray(data96)){
const len28 = data96.length;
for(let i45=0; i45<len28; i45++){
let data97 = data96[i45];
if(typeof data97 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/folder/" + i45,schemaPath:"#/properties/modes/items/properties/where/properties/folder/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data97 === "string"){
if(!pattern4.test(data97)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/folder/" + i45,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/folder/" + i45,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/folder",schemaPath:"#/properties/modes/items/properties/where/properties/folder/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data98 = data95.env;
if(Array.isArray(data98)){
const len29 = data98.length;
for(let i46=0; i46<len29; i46++){
let data99 = data98[i46];
if(typeof data99 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/env/" + i46,schemaPath:"#/properties/modes/items/properties/where/properties/env/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data99 === "string"){
if(!pattern4.test(data99)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/env/" + i46,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/env/" + i46,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/env",schemaPath:"#/properties/modes/items/properties/where/properties/env/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data100 = data95.cloud;
if(Array.isArray(data100)){
const len30 = data100.length;
for(let i47=0; i47<len30; i47++){
let data101 = data100[i47];
if(typeof data101 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/cloud/" + i47,schemaPath:"#/properties/modes/items/properties/where/properties/cloud/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data101 === "string"){
if(!pattern4.test(data101)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/cloud/" + i47,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/cloud/" + i47,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/cloud",schemaPath:"#/properties/modes/items/properties/where/properties/cloud/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data102 = data95.role;
if(Array.isArray(data102)){
const len31 = data102.length;
for(let i48=0; i48<len31; i48++){
let data103 = data102[i48];
if(typeof data103 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/role/" + i48,schemaPath:"#/properties/modes/items/properties/where/properties/role/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data103 === "string"){
if(!pattern84.test(data103)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/role/" + i48,schemaPath:"#/$defs/roleOrGlob/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/role/" + i48,schemaPath:"#/$defs/roleOrGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/role",schemaPath:"#/properties/modes/items/properties/where/properties/role/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data104 = data95.principal;
if(Array.isArray(data104)){
const len32 = data104.length;
for(let i49=0; i49<len32; i49++){
let data105 = data104[i49];
if(typeof data105 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/principal/" + i49,schemaPath:"#/properties/modes/items/properties/where/properties/principal/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data105 === "string"){
if(!pattern4.test(data105)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/principal/" + i49,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/principal/" + i49,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where/principal",schemaPath:"#/properties/modes/items/properties/where/properties/principal/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44+"/where",schemaPath:"#/properties/modes/items/properties/where/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i44,schemaPath:"#/properties/modes/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes",schemaPath:"#/properties/modes/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data106 = data.approval;
if(data106 && typeof data106 == "object" && !Array.isArray(data106)){
if(data106.mode === undefined){
data106.mode = "enforce";
}
if(data106.minimum === undefined){
data106.minimum = 1;
}
if(data106.privileged === undefined){
data106.privileged = 2;
}
if(data106.more === undefined){
data106.more = [];
}
for(const key18 in data106){
if(!((((key18 === "mode") || (key18 === "minimum")) || (key18 === "privileged")) || (key18 === "more"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}});
errors++;
}
}
let data107 = data106.mode;
if(typeof data107 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/mode",schemaPath:"#/properties/approval/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data107 === "enforce") || (data107 === "warn")) || (data107 === "trust-branch-protection"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/mode",schemaPath:"#/properties/approval/properties/mode/enum",keyword:"enum",params:{allowedValues: schema86.properties.approval.properties.mode.enum}});
errors++;
}
let data108 = data106.minimum;
if(!(((typeof data108 == "number") && (!(data108 % 1) && !isNaN(data108))) && (isFinite(data108)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/minimum",schemaPath:"#/properties/approval/properties/minimum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data108 == "number") && (isFinite(data108))){
if(data108 < 1 || isNaN(data108)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/minimum",schemaPath:"#/properties/approval/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
let data109 = data106.privileged;
if(!(((typeof data109 == "number") && (!(data109 % 1) && !isNaN(data109))) && (isFinite(data109)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/privileged",schemaPath:"#/properties/approval/properties/privileged/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data109 == "number") && (isFinite(data109))){
if(data109 < 1 || isNaN(data109)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/privileged",schemaPath:"#/properties/approval/properties/privileged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
let data110 = data106.more;
if(Array.isArray(data110)){
const len33 = data110.length;
for(let i50=0; i50<len33; i50++){
let data111 = data110[i50];
if(data111 && typeof data111 == "object" && !Array.isArray(data111)){
if(data111.where === undefined){
data111.where = {};
}
if(data111.privileged === undefined){
data111.privileged = false;
}
if(data111.approvers === undefined){
data111.approvers = [];
}
for(const key19 in data111){
if(!((((key19 === "where") || (key19 === "privileged")) || (key19 === "minimum")) || (key19 === "approvers"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50,schemaPath:"#/properties/approval/properties/more/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}});
errors++;
}
}
let data112 = data111.where;
if(data112 && typeof data112 == "object" && !Array.isArray(data112)){
if(data112.folder === undefined){
data112.folder = [];
}
if(data112.env === undefined){
data112.env = [];
}
if(data112.cloud === undefined){
data112.cloud = [];
}
if(data112.role === undefined){
data112.role = [];
}
if(data112.principal === undefined){
data112.principal = [];
}
for(const key20 in data112){
if(!(((((key20 === "folder") || (key20 === "env")) || (key20 === "cloud")) || (key20 === "role")) || (key20 === "principal"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where",schemaPath:"#/properties/approval/properties/more/items/properties/where/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}});
errors++;
}
}
let data113 = data112.folder;
if(Array.isArray(data113)){
const len34 = data113.length;
for(let i51=0; i51<len34; i51++){
let data114 = data113[i51];
if(typeof data114 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/folder/" + i51,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/folder/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data114 === "string"){
if(!pattern4.test(data114)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/folder/" + i51,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/folder/" + i51,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/folder",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/folder/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data115 = data112.env;
if(Array.isArray(data115)){
const len35 = data115.length;
for(let i52=0; i52<len35; i52++){
let data116 = data115[i52];
if(typeof data116 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/env/" + i52,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/env/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data116 === "string"){
if(!pattern4.test(data116)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/env/" + i52,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/env/" + i52,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/env",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/env/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data117 = data112.cloud;
if(Array.isArray(data117)){
const len36 = data117.length;
for(let i53=0; i53<len36; i53++){
let data118 = data117[i53];
if(typeof data118 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/cloud/" + i53,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/cloud/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data118 === "string"){
if(!pattern4.test(data118)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/cloud/" + i53,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/cloud/" + i53,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/cloud",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/cloud/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data119 = data112.role;
if(Array.isArray(data119)){
const len37 = data119.length;
for(let i54=0; i54<len37; i54++){
let data120 = data119[i54];
if(typeof data120 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/role/" + i54,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/role/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data120 === "string"){
if(!pattern84.test(data120)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/role/" + i54,schemaPath:"#/$defs/roleOrGlob/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/role/" + i54,schemaPath:"#/$defs/roleOrGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/role",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/role/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data121 = data112.principal;
if(Array.isArray(data121)){
const len38 = data121.length;
for(let i55=0; i55<len38; i55++){
let data122 = data121[i55];
if(typeof data122 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/principal/" + i55,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/principal/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data122 === "string"){
if(!pattern4.test(data122)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/principal/" + i55,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/principal/" + i55,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where/principal",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/principal/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/where",schemaPath:"#/properties/approval/properties/more/items/properties/where/type",keyword:"type",params:{type: "object"}});
errors++;
}
if(typeof data111.privileged !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/privileged",schemaPath:"#/properties/approval/properties/more/items/properties/privileged/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
if(data111.minimum !== undefined){
let data124 = data111.minimum;
if(!(((typeof data124 == "number") && (!(data124 % 1) && !isNaN(data124))) && (isFinite(data124)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/minimum",schemaPath:"#/properties/approval/properties/more/items/properties/minimum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data124 == "number") && (isFinite(data124))){
if(data124 < 1 || isNaN(data124)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/minimum",schemaPath:"#/properties/approval/properties/more/items/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
let data125 = data111.approvers;
if(Array.isArray(data125)){
const len39 = data125.length;
for(let i56=0; i56<len39; i56++){
let data126 = data125[i56];
if(typeof data126 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/approvers/" + i56,schemaPath:"#/properties/approval/properties/more/items/properties/approvers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data126 === "string"){
if(!pattern4.test(data126)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/approvers/" + i56,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/approvers/" + i56,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i57 = data125.length;
let j17;
if(i57 > 1){
const indices17 = {};
for(;i57--;){
let item17 = data125[i57];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j17 = indices17[item17];
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/approvers",schemaPath:"#/properties/approval/properties/more/items/properties/approvers/uniqueItems",keyword:"uniqueItems",params:{i: i57, j: j17}});
errors++;
break;
}
indices17[item17] = i57;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50+"/approvers",schemaPath:"#/properties/approval/properties/more/items/properties/approvers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i50,schemaPath:"#/properties/approval/properties/more/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more",schemaPath:"#/properties/approval/properties/more/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data127 = data.guard;
if(data127 && typeof data127 == "object" && !Array.isArray(data127)){
if(data127.withdrawals === undefined){
data127.withdrawals = {};
}
if(data127.newGrants === undefined){
data127.newGrants = {};
}
if(data127.protect === undefined){
data127.protect = [];
}
for(const key21 in data127){
if(!(((key21 === "withdrawals") || (key21 === "newGrants")) || (key21 === "protect"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}});
errors++;
}
}
let data128 = data127.withdrawals;
if(data128 && typeof data128 == "object" && !Array.isArray(data128)){
if(data128.max === undefined){
data128.max = 3;
}
if(data128.percent === undefined){
data128.percent = 10;
}
if(data128.window === undefined){
data128.window = "24h";
}
for(const key22 in data128){
if(!(((key22 === "max") || (key22 === "percent")) || (key22 === "window"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals",schemaPath:"#/properties/guard/properties/withdrawals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}});
errors++;
}
}
let data129 = data128.max;
if(!(((typeof data129 == "number") && (!(data129 % 1) && !isNaN(data129))) && (isFinite(data129)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/max",schemaPath:"#/properties/guard/properties/withdrawals/properties/max/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data129 == "number") && (isFinite(data129))){
if(data129 < 0 || isNaN(data129)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/max",schemaPath:"#/properties/guard/properties/withdrawals/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
let data130 = data128.percent;
if(!(((typeof data130 == "number") && (!(data130 % 1) && !isNaN(data130))) && (isFinite(data130)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/percent",schemaPath:"#/properties/guard/properties/withdrawals/properties/percent/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data130 == "number") && (isFinite(data130))){
if(data130 > 100 || isNaN(data130)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/percent",schemaPath:"#/properties/guard/properties/withdrawals/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}});
errors++;
}
if(data130 < 0 || isNaN(data130)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/percent",schemaPath:"#/properties/guard/properties/withdrawals/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
let data131 = data128.window;
if(typeof data131 === "string"){
if(!pattern20.test(data131)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/window",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/window",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals",schemaPath:"#/properties/guard/properties/withdrawals/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data132 = data127.newGrants;
if(data132 && typeof data132 == "object" && !Array.isArray(data132)){
if(data132.max === undefined){
data132.max = 20;
}
if(data132.privileged === undefined){
data132.privileged = 5;
}
for(const key23 in data132){
if(!((key23 === "max") || (key23 === "privileged"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants",schemaPath:"#/properties/guard/properties/newGrants/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}});
errors++;
}
}
let data133 = data132.max;
if(!(((typeof data133 == "number") && (!(data133 % 1) && !isNaN(data133))) && (isFinite(data133)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/max",schemaPath:"#/properties/guard/properties/newGrants/properties/max/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data133 == "number") && (isFinite(data133))){
if(data133 < 0 || isNaN(data133)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/max",schemaPath:"#/properties/guard/properties/newGrants/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
let data134 = data132.privileged;
if(!(((typeof data134 == "number") && (!(data134 % 1) && !isNaN(data134))) && (isFinite(data134)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/privileged",schemaPath:"#/properties/guard/properties/newGrants/properties/privileged/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data134 == "number") && (isFinite(data134))){
if(data134 < 0 || isNaN(data134)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/privileged",schemaPath:"#/properties/guard/properties/newGrants/properties/privileged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants",schemaPath:"#/properties/guard/properties/newGrants/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data135 = data127.protect;
if(Array.isArray(data135)){
const len40 = data135.length;
for(let i58=0; i58<len40; i58++){
let data136 = data135[i58];
if(typeof data136 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect/" + i58,schemaPath:"#/properties/guard/properties/protect/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data136 === "string"){
if(!pattern4.test(data136)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect/" + i58,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect/" + i58,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i59 = data135.length;
let j18;
if(i59 > 1){
const indices18 = {};
for(;i59--;){
let item18 = data135[i59];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j18 = indices18[item18];
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect",schemaPath:"#/properties/guard/properties/protect/uniqueItems",keyword:"uniqueItems",params:{i: i59, j: j18}});
errors++;
break;
}
indices18[item18] = i59;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect",schemaPath:"#/properties/guard/properties/protect/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/type",keyword:"type",params:{type: "object"}});
errors++;
}
if(data.breakGlass !== undefined){
let data137 = data.breakGlass;
if(data137 && typeof data137 == "object" && !Array.isArray(data137)){
if(data137.who === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "who"}});
errors++;
}
if(data137.roles === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "roles"}});
errors++;
}
if(data137.maxDuration === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "maxDuration"}});
errors++;
}
if(data137.reviewWithin === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "reviewWithin"}});
errors++;
}
for(const key24 in data137){
if(!((((key24 === "who") || (key24 === "roles")) || (key24 === "maxDuration")) || (key24 === "reviewWithin"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}});
errors++;
}
}
if(data137.who !== undefined){
let data138 = data137.who;
if(Array.isArray(data138)){
if(data138.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who",schemaPath:"#/properties/breakGlass/properties/who/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len41 = data138.length;
for(let i60=0; i60<len41; i60++){
let data139 = data138[i60];
if(typeof data139 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who/" + i60,schemaPath:"#/properties/breakGlass/properties/who/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data139 === "string"){
if(!pattern4.test(data139)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who/" + i60,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who/" + i60,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i61 = data138.length;
let j19;
if(i61 > 1){
const indices19 = {};
for(;i61--;){
let item19 = data138[i61];
if(typeof item19 !== "string"){
continue;
}
if(typeof indices19[item19] == "number"){
j19 = indices19[item19];
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who",schemaPath:"#/properties/breakGlass/properties/who/uniqueItems",keyword:"uniqueItems",params:{i: i61, j: j19}});
errors++;
break;
}
indices19[item19] = i61;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who",schemaPath:"#/properties/breakGlass/properties/who/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data137.roles !== undefined){
let data140 = data137.roles;
if(Array.isArray(data140)){
if(data140.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles",schemaPath:"#/properties/breakGlass/properties/roles/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len42 = data140.length;
for(let i62=0; i62<len42; i62++){
let data141 = data140[i62];
if(typeof data141 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles/" + i62,schemaPath:"#/properties/breakGlass/properties/roles/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data141 === "string"){
if(!pattern4.test(data141)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles/" + i62,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles/" + i62,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i63 = data140.length;
let j20;
if(i63 > 1){
const indices20 = {};
for(;i63--;){
let item20 = data140[i63];
if(typeof item20 !== "string"){
continue;
}
if(typeof indices20[item20] == "number"){
j20 = indices20[item20];
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles",schemaPath:"#/properties/breakGlass/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i63, j: j20}});
errors++;
break;
}
indices20[item20] = i63;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles",schemaPath:"#/properties/breakGlass/properties/roles/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data137.maxDuration !== undefined){
let data142 = data137.maxDuration;
if(typeof data142 === "string"){
if(!pattern20.test(data142)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data137.reviewWithin !== undefined){
let data143 = data137.reviewWithin;
if(typeof data143 === "string"){
if(!pattern20.test(data143)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/reviewWithin",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/reviewWithin",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
let data144 = data.unmanaged;
if(data144 && typeof data144 == "object" && !Array.isArray(data144)){
if(data144.mode === undefined){
data144.mode = "report";
}
if(data144.ignore === undefined){
data144.ignore = ["service-agents","pim","pam","inherited"];
}
for(const key25 in data144){
if(!((key25 === "mode") || (key25 === "ignore"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged",schemaPath:"#/properties/unmanaged/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}});
errors++;
}
}
let data145 = data144.mode;
if(typeof data145 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/mode",schemaPath:"#/properties/unmanaged/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data145 === "report") || (data145 === "ignore"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/mode",schemaPath:"#/properties/unmanaged/properties/mode/enum",keyword:"enum",params:{allowedValues: schema86.properties.unmanaged.properties.mode.enum}});
errors++;
}
let data146 = data144.ignore;
if(Array.isArray(data146)){
const len43 = data146.length;
for(let i64=0; i64<len43; i64++){
let data147 = data146[i64];
if(typeof data147 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore/" + i64,schemaPath:"#/properties/unmanaged/properties/ignore/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data147 === "service-agents") || (data147 === "pim")) || (data147 === "pam")) || (data147 === "inherited"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore/" + i64,schemaPath:"#/properties/unmanaged/properties/ignore/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.unmanaged.properties.ignore.items.enum}});
errors++;
}
}
let i65 = data146.length;
let j21;
if(i65 > 1){
const indices21 = {};
for(;i65--;){
let item21 = data146[i65];
if(typeof item21 !== "string"){
continue;
}
if(typeof indices21[item21] == "number"){
j21 = indices21[item21];
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore",schemaPath:"#/properties/unmanaged/properties/ignore/uniqueItems",keyword:"uniqueItems",params:{i: i65, j: j21}});
errors++;
break;
}
indices21[item21] = i65;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore",schemaPath:"#/properties/unmanaged/properties/ignore/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged",schemaPath:"#/properties/unmanaged/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data148 = data.notices;
if(data148 && typeof data148 == "object" && !Array.isArray(data148)){
if(data148.before === undefined){
data148.before = ["24h","1h"];
}
if(data148.to === undefined){
data148.to = ["principal","approvers"];
}
for(const key26 in data148){
if(!((key26 === "before") || (key26 === "to"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices",schemaPath:"#/properties/notices/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}});
errors++;
}
}
let data149 = data148.before;
if(Array.isArray(data149)){
const len44 = data149.length;
for(let i66=0; i66<len44; i66++){
let data150 = data149[i66];
if(typeof data150 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before/" + i66,schemaPath:"#/properties/notices/properties/before/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data150 === "string"){
if(!pattern20.test(data150)){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before/" + i66,schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before/" + i66,schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i67 = data149.length;
let j22;
if(i67 > 1){
const indices22 = {};
for(;i67--;){
let item22 = data149[i67];
if(typeof item22 !== "string"){
continue;
}
if(typeof indices22[item22] == "number"){
j22 = indices22[item22];
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before",schemaPath:"#/properties/notices/properties/before/uniqueItems",keyword:"uniqueItems",params:{i: i67, j: j22}});
errors++;
break;
}
indices22[item22] = i67;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before",schemaPath:"#/properties/notices/properties/before/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data151 = data148.to;
if(Array.isArray(data151)){
const len45 = data151.length;
for(let i68=0; i68<len45; i68++){
let data152 = data151[i68];
if(typeof data152 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to/" + i68,schemaPath:"#/properties/notices/properties/to/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data152 === "principal") || (data152 === "approvers"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to/" + i68,schemaPath:"#/properties/notices/properties/to/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.notices.properties.to.items.enum}});
errors++;
}
}
let i69 = data151.length;
let j23;
if(i69 > 1){
const indices23 = {};
for(;i69--;){
let item23 = data151[i69];
if(typeof item23 !== "string"){
continue;
}
if(typeof indices23[item23] == "number"){
j23 = indices23[item23];
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to",schemaPath:"#/properties/notices/properties/to/uniqueItems",keyword:"uniqueItems",params:{i: i69, j: j23}});
errors++;
break;
}
indices23[item23] = i69;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to",schemaPath:"#/properties/notices/properties/to/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/notices",schemaPath:"#/properties/notices/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data153 = data.prune;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.after === undefined){
data153.after = "1h";
}
for(const key27 in data153){
if(!(key27 === "after")){
vErrors = noted(vErrors, {instancePath:instancePath+"/prune",schemaPath:"#/properties/prune/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}});
errors++;
}
}
let data154 = data153.after;
if(typeof data154 === "string"){
if(!pattern20.test(data154)){
vErrors = noted(vErrors, {instancePath:instancePath+"/prune/after",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/prune/after",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/prune",schemaPath:"#/properties/prune/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data155 = data.heartbeat;
if(data155 && typeof data155 == "object" && !Array.isArray(data155)){
if(data155.maxAge === undefined){
data155.maxAge = "90m";
}
for(const key28 in data155){
if(!(key28 === "maxAge")){
vErrors = noted(vErrors, {instancePath:instancePath+"/heartbeat",schemaPath:"#/properties/heartbeat/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}});
errors++;
}
}
let data156 = data155.maxAge;
if(typeof data156 === "string"){
if(!pattern20.test(data156)){
vErrors = noted(vErrors, {instancePath:instancePath+"/heartbeat/maxAge",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/heartbeat/maxAge",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/heartbeat",schemaPath:"#/properties/heartbeat/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const recall = validate25;
const schema139 = {"$id":"https://grantkeeper.dev/schemas/v1/recall.schema.json","type":"object","properties":{"principal":{"$ref":"#/$defs/ascii"},"since":{"$ref":"#/$defs/instant"},"reason":{"$ref":"#/$defs/text"},"lockdown":{"type":"boolean"}},"required":["principal","since","reason"],"additionalProperties":false,"$defs":{"ascii":{"type":"string","pattern":"^[!-~]+$"},"instant":{"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"},"text":{"type":"string","pattern":"\\S"}}};
const schema140 = {"type":"string","pattern":"^[!-~]+$"};
const schema141 = {"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"};
const schema142 = {"type":"string","pattern":"\\S"};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/recall.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.principal === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "principal"}});
errors++;
}
if(data.since === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "since"}});
errors++;
}
if(data.reason === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"}});
errors++;
}
for(const key0 in data){
if(!((((key0 === "principal") || (key0 === "since")) || (key0 === "reason")) || (key0 === "lockdown"))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.principal !== undefined){
let data0 = data.principal;
if(typeof data0 === "string"){
if(!pattern79.test(data0)){
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/$defs/ascii/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/principal",schemaPath:"#/$defs/ascii/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.since !== undefined){
let data1 = data.since;
if(typeof data1 === "string"){
if(!pattern18.test(data1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/since",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/since",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.reason !== undefined){
let data2 = data.reason;
if(typeof data2 === "string"){
if(!pattern7.test(data2)){
vErrors = noted(vErrors, {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.lockdown !== undefined){
if(typeof data.lockdown !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/lockdown",schemaPath:"#/properties/lockdown/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const override = validate26;
const schema143 = {"$id":"https://grantkeeper.dev/schemas/v1/override.schema.json","type":"object","properties":{"withdraws":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/digest"},"uniqueItems":true},"grants":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/digest"},"uniqueItems":true},"expires":{"$ref":"#/$defs/instant"},"reason":{"$ref":"#/$defs/text"}},"required":["expires","reason"],"additionalProperties":false,"$defs":{"digest":{"type":"string","pattern":"^sha256:[0-9a-f]{64}$"},"instant":{"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"},"text":{"type":"string","pattern":"\\S"}}};
const schema144 = {"type":"string","pattern":"^sha256:[0-9a-f]{64}$"};
const schema146 = {"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"};
const schema147 = {"type":"string","pattern":"\\S"};
const pattern118 = new RegExp("^sha256:[0-9a-f]{64}$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/override.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.withdraws === undefined){
data.withdraws = [];
}
if(data.grants === undefined){
data.grants = [];
}
if(data.expires === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "expires"}});
errors++;
}
if(data.reason === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "reason"}});
errors++;
}
for(const key0 in data){
if(!((((key0 === "withdraws") || (key0 === "grants")) || (key0 === "expires")) || (key0 === "reason"))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
let data0 = data.withdraws;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/withdraws/" + i0,schemaPath:"#/properties/withdraws/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data1 === "string"){
if(!pattern118.test(data1)){
vErrors = noted(vErrors, {instancePath:instancePath+"/withdraws/" + i0,schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/withdraws/" + i0,schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/withdraws",schemaPath:"#/properties/withdraws/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}});
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/withdraws",schemaPath:"#/properties/withdraws/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data2 = data.grants;
if(Array.isArray(data2)){
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
let data3 = data2[i2];
if(typeof data3 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/" + i2,schemaPath:"#/properties/grants/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data3 === "string"){
if(!pattern118.test(data3)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/" + i2,schemaPath:"#/$defs/digest/pattern",keyword:"pattern",params:{pattern: "^sha256:[0-9a-f]{64}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/" + i2,schemaPath:"#/$defs/digest/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i3 = data2.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data2[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
vErrors = noted(vErrors, {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}});
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data.expires !== undefined){
let data4 = data.expires;
if(typeof data4 === "string"){
if(!pattern18.test(data4)){
vErrors = noted(vErrors, {instancePath:instancePath+"/expires",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/expires",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.reason !== undefined){
let data5 = data.reason;
if(typeof data5 === "string"){
if(!pattern7.test(data5)){
vErrors = noted(vErrors, {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/reason",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const cases = validate27;
const schema148 = {"$id":"https://grantkeeper.dev/schemas/v1/cases.schema.json","type":"object","properties":{"now":{"$ref":"#/$defs/instant"},"cases":{"type":"array","items":{"type":"object","properties":{"name":{"$ref":"#/$defs/line"},"team":{"$ref":"#/$defs/name"},"id":{"$ref":"#/$defs/name"},"now":{"$ref":"#/$defs/instant"},"grant":{"$ref":"#/$defs/text"},"held":{"type":"array","items":{"type":"object","properties":{"principal":{"$ref":"#/$defs/name"},"role":{"$ref":"#/$defs/name"},"place":{"$ref":"#/$defs/name"},"from":{"$ref":"#/$defs/instant"},"until":{"$ref":"#/$defs/instant"}},"required":["principal","role","place","until"],"additionalProperties":false}},"history":{"type":"array","items":{"type":"object","properties":{"principal":{"$ref":"#/$defs/name"},"role":{"$ref":"#/$defs/name"},"place":{"$ref":"#/$defs/name"},"from":{"$ref":"#/$defs/instant"},"to":{"$ref":"#/$defs/instant"}},"required":["principal","role","place","to","from"],"additionalProperties":false}},"refusedBy":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"warnedBy":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"approvals":{"type":"integer","minimum":1},"approvers":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true}},"required":["name","team","grant"],"additionalProperties":false},"minItems":1}},"required":["now","cases"],"additionalProperties":false,"$defs":{"instant":{"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"text":{"type":"string","pattern":"\\S"}}};
const schema149 = {"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"};
const schema150 = {"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"};
const schema151 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"};
const schema154 = {"type":"string","pattern":"\\S"};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://grantkeeper.dev/schemas/v1/cases.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.now === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "now"}});
errors++;
}
if(data.cases === undefined){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cases"}});
errors++;
}
for(const key0 in data){
if(!((key0 === "now") || (key0 === "cases"))){
vErrors = noted(vErrors, {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}});
errors++;
}
}
if(data.now !== undefined){
let data0 = data.now;
if(typeof data0 === "string"){
if(!pattern18.test(data0)){
vErrors = noted(vErrors, {instancePath:instancePath+"/now",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/now",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data.cases !== undefined){
let data1 = data.cases;
if(Array.isArray(data1)){
if(data1.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.refusedBy === undefined){
data2.refusedBy = [];
}
if(data2.warnedBy === undefined){
data2.warnedBy = [];
}
if(data2.name === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data2.team === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: "team"}});
errors++;
}
if(data2.grant === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: "grant"}});
errors++;
}
for(const key1 in data2){
if(!(func1.call(schema148.properties.cases.items.properties, key1))){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data2.name !== undefined){
let data3 = data2.name;
if(typeof data3 === "string"){
if(!pattern8.test(data3)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/name",schemaPath:"#/$defs/line/pattern",keyword:"pattern",params:{pattern: "^(?=.*\\S)[^\\n]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/name",schemaPath:"#/$defs/line/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.team !== undefined){
let data4 = data2.team;
if(typeof data4 === "string"){
if(!pattern4.test(data4)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/team",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/team",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.id !== undefined){
let data5 = data2.id;
if(typeof data5 === "string"){
if(!pattern4.test(data5)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/id",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/id",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.now !== undefined){
let data6 = data2.now;
if(typeof data6 === "string"){
if(!pattern18.test(data6)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/now",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/now",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.grant !== undefined){
let data7 = data2.grant;
if(typeof data7 === "string"){
if(!pattern7.test(data7)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/grant",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/grant",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data2.held !== undefined){
let data8 = data2.held;
if(Array.isArray(data8)){
const len1 = data8.length;
for(let i1=0; i1<len1; i1++){
let data9 = data8[i1];
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.principal === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1,schemaPath:"#/properties/cases/items/properties/held/items/required",keyword:"required",params:{missingProperty: "principal"}});
errors++;
}
if(data9.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1,schemaPath:"#/properties/cases/items/properties/held/items/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
if(data9.place === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1,schemaPath:"#/properties/cases/items/properties/held/items/required",keyword:"required",params:{missingProperty: "place"}});
errors++;
}
if(data9.until === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1,schemaPath:"#/properties/cases/items/properties/held/items/required",keyword:"required",params:{missingProperty: "until"}});
errors++;
}
for(const key2 in data9){
if(!(((((key2 === "principal") || (key2 === "role")) || (key2 === "place")) || (key2 === "from")) || (key2 === "until"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1,schemaPath:"#/properties/cases/items/properties/held/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data9.principal !== undefined){
let data10 = data9.principal;
if(typeof data10 === "string"){
if(!pattern4.test(data10)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/principal",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/principal",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data9.role !== undefined){
let data11 = data9.role;
if(typeof data11 === "string"){
if(!pattern4.test(data11)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/role",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/role",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data9.place !== undefined){
let data12 = data9.place;
if(typeof data12 === "string"){
if(!pattern4.test(data12)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/place",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/place",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data9.from !== undefined){
let data13 = data9.from;
if(typeof data13 === "string"){
if(!pattern18.test(data13)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/from",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/from",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data9.until !== undefined){
let data14 = data9.until;
if(typeof data14 === "string"){
if(!pattern18.test(data14)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/until",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1+"/until",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held/" + i1,schemaPath:"#/properties/cases/items/properties/held/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/held",schemaPath:"#/properties/cases/items/properties/held/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data2.history !== undefined){
let data15 = data2.history;
if(Array.isArray(data15)){
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
if(data16.principal === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/required",keyword:"required",params:{missingProperty: "principal"}});
errors++;
}
if(data16.role === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/required",keyword:"required",params:{missingProperty: "role"}});
errors++;
}
if(data16.place === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/required",keyword:"required",params:{missingProperty: "place"}});
errors++;
}
if(data16.to === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/required",keyword:"required",params:{missingProperty: "to"}});
errors++;
}
if(data16.from === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/required",keyword:"required",params:{missingProperty: "from"}});
errors++;
}
for(const key3 in data16){
if(!(((((key3 === "principal") || (key3 === "role")) || (key3 === "place")) || (key3 === "from")) || (key3 === "to"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data16.principal !== undefined){
let data17 = data16.principal;
if(typeof data17 === "string"){
if(!pattern4.test(data17)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/principal",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/principal",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.role !== undefined){
let data18 = data16.role;
if(typeof data18 === "string"){
if(!pattern4.test(data18)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/role",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/role",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.place !== undefined){
let data19 = data16.place;
if(typeof data19 === "string"){
if(!pattern4.test(data19)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/place",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/place",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.from !== undefined){
let data20 = data16.from;
if(typeof data20 === "string"){
if(!pattern18.test(data20)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/from",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/from",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data16.to !== undefined){
let data21 = data16.to;
if(typeof data21 === "string"){
if(!pattern18.test(data21)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/to",schemaPath:"#/$defs/instant/pattern",keyword:"pattern",params:{pattern: "^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2+"/to",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history/" + i2,schemaPath:"#/properties/cases/items/properties/history/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/history",schemaPath:"#/properties/cases/items/properties/history/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
let data22 = data2.refusedBy;
if(Array.isArray(data22)){
const len3 = data22.length;
for(let i3=0; i3<len3; i3++){
let data23 = data22[i3];
if(typeof data23 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/refusedBy/" + i3,schemaPath:"#/properties/cases/items/properties/refusedBy/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data23 === "string"){
if(!pattern4.test(data23)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/refusedBy/" + i3,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/refusedBy/" + i3,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i4 = data22.length;
let j0;
if(i4 > 1){
const indices0 = {};
for(;i4--;){
let item0 = data22[i4];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/refusedBy",schemaPath:"#/properties/cases/items/properties/refusedBy/uniqueItems",keyword:"uniqueItems",params:{i: i4, j: j0}});
errors++;
break;
}
indices0[item0] = i4;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/refusedBy",schemaPath:"#/properties/cases/items/properties/refusedBy/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data24 = data2.warnedBy;
if(Array.isArray(data24)){
const len4 = data24.length;
for(let i5=0; i5<len4; i5++){
let data25 = data24[i5];
if(typeof data25 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/warnedBy/" + i5,schemaPath:"#/properties/cases/items/properties/warnedBy/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data25 === "string"){
if(!pattern4.test(data25)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/warnedBy/" + i5,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/warnedBy/" + i5,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i6 = data24.length;
let j1;
if(i6 > 1){
const indices1 = {};
for(;i6--;){
let item1 = data24[i6];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/warnedBy",schemaPath:"#/properties/cases/items/properties/warnedBy/uniqueItems",keyword:"uniqueItems",params:{i: i6, j: j1}});
errors++;
break;
}
indices1[item1] = i6;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/warnedBy",schemaPath:"#/properties/cases/items/properties/warnedBy/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data2.approvals !== undefined){
let data26 = data2.approvals;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvals",schemaPath:"#/properties/cases/items/properties/approvals/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvals",schemaPath:"#/properties/cases/items/properties/approvals/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
if(data2.approvers !== undefined){
let data27 = data2.approvers;
if(Array.isArray(data27)){
const len5 = data27.length;
for(let i7=0; i7<len5; i7++){
let data28 = data27[i7];
if(typeof data28 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvers/" + i7,schemaPath:"#/properties/cases/items/properties/approvers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data28 === "string"){
if(!pattern4.test(data28)){
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvers/" + i7,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvers/" + i7,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i8 = data27.length;
let j2;
if(i8 > 1){
const indices2 = {};
for(;i8--;){
let item2 = data27[i8];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvers",schemaPath:"#/properties/cases/items/properties/approvers/uniqueItems",keyword:"uniqueItems",params:{i: i8, j: j2}});
errors++;
break;
}
indices2[item2] = i8;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0+"/approvers",schemaPath:"#/properties/cases/items/properties/approvers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}});
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

function noted(errors, error) {
if(errors === null) return [error];
errors.push(error);
return errors;
}
