// Written by `npm run generate` from scripts/schemas; do not edit.
"use strict";
export const grant = validate20;
const schema31 = {"$id":"https://grantkeeper.dev/schemas/v1/grant.schema.json","type":"object","properties":{"principal":{"if":{"type":"array"},"then":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1,"maxItems":10},"else":{"$ref":"#/$defs/name"}},"requestedBy":{"$ref":"#/$defs/name"},"reason":{"$ref":"#/$defs/text"},"ticket":{"$ref":"#/$defs/line"},"access":{"type":"array","items":{"if":{"type":"object","required":["gcp"]},"then":{"type":"object","properties":{"gcp":{"$ref":"#/$defs/gcp-scope"},"role":{"$ref":"#/$defs/gcp-role"},"condition":{"$ref":"#/$defs/line"}},"required":["gcp","role"],"additionalProperties":false},"else":{"if":{"type":"object","required":["azure"]},"then":{"type":"object","properties":{"azure":{"$ref":"#/$defs/azure-scope"},"role":{"$ref":"#/$defs/azure-role"},"condition":{"$ref":"#/$defs/line"}},"required":["azure","role"],"additionalProperties":false},"else":{"type":"object","properties":{"role":{"$ref":"#/$defs/name"},"place":{"if":{"type":"array"},"then":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"else":{"$ref":"#/$defs/name"}}},"required":["role","place"],"additionalProperties":false}}},"minItems":1},"starts":{"$ref":"#/$defs/instant"},"expires":{"$ref":"#/$defs/instant"},"duration":{"$ref":"#/$defs/period"},"grace":{"$ref":"#/$defs/periodOrZero","default":"0m"}},"required":["principal","access","expires"],"additionalProperties":false,"$defs":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"text":{"type":"string","pattern":"\\S"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"gcp-scope":{"type":"string","pattern":"^[a-z0-9][!-~]*$"},"gcp-role":{"type":"string","pattern":"^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"},"azure-scope":{"type":"string","pattern":"^[a-z0-9/][!-~]*$"},"azure-role":{"type":"string","pattern":"^[!-~]+(?: [!-~]+)*$"},"instant":{"type":"string","pattern":"^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"},"period":{"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"periodOrZero":{"type":"string","pattern":"^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}}};
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
if(!(((key1 === "gcp") || (key1 === "role")) || (key1 === "condition"))){
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
const _errs42 = errors;
const _errs43 = errors;
let valid17 = true;
const _errs44 = errors;
if(errors === _errs44){
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
var _valid2 = _errs44 === errors;
errors = _errs43;
if(vErrors !== null){
if(_errs43){
vErrors.length = _errs43;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs46 = errors;
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
if(!(((key2 === "azure") || (key2 === "role")) || (key2 === "condition"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data6.azure !== undefined){
let data10 = data6.azure;
if(typeof data10 === "string"){
if(!pattern12.test(data10)){
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
let data11 = data6.role;
if(typeof data11 === "string"){
if(!pattern13.test(data11)){
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
let data12 = data6.condition;
if(typeof data12 === "string"){
if(!pattern8.test(data12)){
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
var _valid2 = _errs46 === errors;
valid17 = _valid2;
if(valid17){
var props1 = true;
}
ifClause2 = "then";
}
else {
const _errs58 = errors;
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
if(!((key3 === "role") || (key3 === "place"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3}});
errors++;
}
}
if(data6.role !== undefined){
let data13 = data6.role;
if(typeof data13 === "string"){
if(!pattern4.test(data13)){
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
let data14 = data6.place;
const _errs65 = errors;
let valid24 = true;
const _errs66 = errors;
if(!(Array.isArray(data14))){
vErrors = noted(vErrors, {});
errors++;
}
var _valid3 = _errs66 === errors;
errors = _errs65;
if(vErrors !== null){
if(_errs65){
vErrors.length = _errs65;
}
else {
vErrors = null;
}
}
let ifClause3;
if(_valid3){
const _errs68 = errors;
if(Array.isArray(data14)){
if(data14.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/properties/access/items/else/else/properties/place/then/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len2 = data14.length;
for(let i3=0; i3<len2; i3++){
let data15 = data14[i3];
if(typeof data15 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place/" + i3,schemaPath:"#/properties/access/items/else/else/properties/place/then/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data15 === "string"){
if(!pattern4.test(data15)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place/" + i3,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place/" + i3,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i4 = data14.length;
let j1;
if(i4 > 1){
const indices1 = {};
for(;i4--;){
let item1 = data14[i4];
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
var _valid3 = _errs68 === errors;
valid24 = _valid3;
ifClause3 = "then";
}
else {
const _errs74 = errors;
if(typeof data14 === "string"){
if(!pattern4.test(data14)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
var _valid3 = _errs74 === errors;
valid24 = _valid3;
ifClause3 = "else";
}
if(!valid24){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/place",schemaPath:"#/properties/access/items/else/else/properties/place/if",keyword:"if",params:{failingKeyword: ifClause3}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/else/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid2 = _errs58 === errors;
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
var _valid1 = _errs42 === errors;
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
let data16 = data.starts;
if(typeof data16 === "string"){
if(!pattern18.test(data16)){
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
let data17 = data.expires;
if(typeof data17 === "string"){
if(!pattern18.test(data17)){
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
let data18 = data.duration;
if(typeof data18 === "string"){
if(!pattern20.test(data18)){
vErrors = noted(vErrors, {instancePath:instancePath+"/duration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/duration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let data19 = data.grace;
if(typeof data19 === "string"){
if(!pattern21.test(data19)){
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
const schema76 = {"$id":"https://grantkeeper.dev/schemas/v1/role.schema.json","type":"object","properties":{"description":{"$ref":"#/$defs/text"},"maxDuration":{"$ref":"#/$defs/period"},"privileged":{"type":"boolean","default":false},"approvers":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"access":{"type":"array","items":{"if":{"type":"object","required":["gcp"]},"then":{"type":"object","properties":{"gcp":{"$ref":"#/$defs/belowPlace"},"role":{"$ref":"#/$defs/gcp-role"},"condition":{"$ref":"#/$defs/line"}},"required":["gcp","role"],"additionalProperties":false},"else":{"if":{"type":"object","required":["azure"]},"then":{"type":"object","properties":{"azure":{"$ref":"#/$defs/belowPlace"},"role":{"$ref":"#/$defs/azure-role"},"condition":{"$ref":"#/$defs/line"}},"required":["azure","role"],"additionalProperties":false},"else":false}},"minItems":1}},"required":["description","access"],"additionalProperties":false,"$defs":{"text":{"type":"string","pattern":"\\S"},"period":{"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"belowPlace":{"type":"string","pattern":"^\\$place(?:/[!-~]+)?$"},"gcp-role":{"type":"string","pattern":"^(?:(?:projects|organizations)/[!-~]+/)?roles/[!-~]+$"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"azure-role":{"type":"string","pattern":"^[!-~]+(?: [!-~]+)*$"}}};
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
if(!(((((key0 === "description") || (key0 === "maxDuration")) || (key0 === "privileged")) || (key0 === "approvers")) || (key0 === "access"))){
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
const _errs19 = errors;
let valid9 = true;
const _errs20 = errors;
if(errors === _errs20){
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
var _valid0 = _errs20 === errors;
errors = _errs19;
if(vErrors !== null){
if(_errs19){
vErrors.length = _errs19;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs22 = errors;
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
if(!(((key1 === "gcp") || (key1 === "role")) || (key1 === "condition"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}});
errors++;
}
}
if(data6.gcp !== undefined){
let data7 = data6.gcp;
if(typeof data7 === "string"){
if(!pattern49.test(data7)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/gcp",schemaPath:"#/$defs/belowPlace/pattern",keyword:"pattern",params:{pattern: "^\\$place(?:/[!-~]+)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/gcp",schemaPath:"#/$defs/belowPlace/type",keyword:"type",params:{type: "string"}});
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
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/then/type",keyword:"type",params:{type: "object"}});
errors++;
}
var _valid0 = _errs22 === errors;
valid9 = _valid0;
if(valid9){
var props0 = true;
}
ifClause0 = "then";
}
else {
const _errs34 = errors;
const _errs35 = errors;
let valid14 = true;
const _errs36 = errors;
if(errors === _errs36){
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
var _valid1 = _errs36 === errors;
errors = _errs35;
if(vErrors !== null){
if(_errs35){
vErrors.length = _errs35;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs38 = errors;
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
if(!(((key2 === "azure") || (key2 === "role")) || (key2 === "condition"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2,schemaPath:"#/properties/access/items/else/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2}});
errors++;
}
}
if(data6.azure !== undefined){
let data10 = data6.azure;
if(typeof data10 === "string"){
if(!pattern49.test(data10)){
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/azure",schemaPath:"#/$defs/belowPlace/pattern",keyword:"pattern",params:{pattern: "^\\$place(?:/[!-~]+)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/access/" + i2+"/azure",schemaPath:"#/$defs/belowPlace/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data6.role !== undefined){
let data11 = data6.role;
if(typeof data11 === "string"){
if(!pattern13.test(data11)){
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
let data12 = data6.condition;
if(typeof data12 === "string"){
if(!pattern8.test(data12)){
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
var _valid1 = _errs38 === errors;
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
var _valid0 = _errs34 === errors;
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
const schema86 = {"$id":"https://grantkeeper.dev/schemas/v1/policy.schema.json","type":"object","properties":{"stamp":{"$ref":"#/$defs/stamp"},"formerStamps":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/stamp"},"uniqueItems":true},"security":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"clouds":{"type":"object","minProperties":1,"properties":{"gcp":{"type":"object","properties":{"reads":{"type":"array","items":{"type":"string","$ref":"#/$defs/gcp-place"},"minItems":1,"uniqueItems":true},"manages":{"type":"array","items":{"type":"string","$ref":"#/$defs/gcp-place"},"minItems":1,"uniqueItems":true},"recall":{"type":"object","properties":{"lockdown":{"type":"string","pattern":"^(?:projects|folders|organizations)/[a-z0-9-]+$"},"denies":{"type":"array","items":{"type":"string","pattern":"^[a-z0-9-]+\\.googleapis\\.com/(?:\\*|[A-Za-z0-9]+)\\.(?:\\*|[A-Za-z0-9]+)$"},"minItems":1,"uniqueItems":true},"disables":{"type":"boolean"},"signOut":{"type":"object","properties":{"account":{"type":"string","pattern":"^[a-z0-9][a-z0-9.-]*@[a-z0-9.-]+\\.gserviceaccount\\.com$"},"admin":{"type":"string","pattern":"^[^@\\s]+@[^@\\s]+$"}},"required":["account"],"additionalProperties":false}},"additionalProperties":false,"minProperties":1}},"required":["manages"],"additionalProperties":false},"azure":{"type":"object","properties":{"tenant":{"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"},"enforce":{"enum":["pim","run","auto"]},"reads":{"type":"array","items":{"type":"string","$ref":"#/$defs/azure-place"},"minItems":1,"uniqueItems":true},"manages":{"type":"array","items":{"type":"string","$ref":"#/$defs/azure-place"},"minItems":1,"uniqueItems":true},"recall":{"type":"object","properties":{"lockdown":{"type":"string","pattern":"^/[!-~]*$"},"denies":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z0-9.*/]+/(?:write|delete|action)$"},"minItems":1,"uniqueItems":true},"disables":{"type":"boolean"},"signOut":{"type":"object","properties":{"account":{"type":"string","pattern":"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"}},"required":["account"],"additionalProperties":false}},"additionalProperties":false,"minProperties":1}},"required":["tenant","manages"],"additionalProperties":false}},"additionalProperties":false},"grants":{"type":"object","default":{},"properties":{"maxDuration":{"$ref":"#/$defs/period","default":"8h"},"maxTotal":{"$ref":"#/$defs/period","default":"30d"},"maxHorizon":{"$ref":"#/$defs/period","default":"30d"},"maxGrace":{"$ref":"#/$defs/periodOrZero","default":"30m"},"require":{"type":"array","default":["reason"],"items":{"type":"string","enum":["reason","ticket"]},"uniqueItems":true},"ticketPattern":{"$ref":"#/$defs/line"}},"additionalProperties":false},"limits":{"type":"array","default":[],"items":{"type":"object","minProperties":2,"properties":{"env":{"$ref":"#/$defs/name"},"maxDuration":{"$ref":"#/$defs/period"},"deny":{"type":"boolean"}},"required":["env"],"additionalProperties":false}},"deny":{"type":"object","default":{},"properties":{"roles":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleGlob"},"uniqueItems":true},"scopes":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/scopeOfCloud"},"uniqueItems":true},"principals":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/principalGlob"},"uniqueItems":true}},"additionalProperties":false},"separationOfDuties":{"type":"array","default":[],"items":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":2}},"hours":{"type":"array","default":[],"items":{"type":"object","properties":{"where":{"type":"object","default":{},"properties":{"folder":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"env":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"cloud":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"role":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleOrGlob"},"uniqueItems":false},"principal":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false}},"additionalProperties":false},"days":{"type":"array","default":["mon","tue","wed","thu","fri"],"items":{"type":"string","enum":["mon","tue","wed","thu","fri","sat","sun"]},"uniqueItems":true,"minItems":1},"from":{"$ref":"#/$defs/timeOfDay"},"to":{"$ref":"#/$defs/timeOfDay"},"zone":{"$ref":"#/$defs/zone"},"part":{"type":"string","default":"whole","enum":["whole","begin"]}},"required":["from","to"],"additionalProperties":false}},"asking":{"type":"array","default":[],"items":{"type":"object","properties":{"for":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"by":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true},"self":{"type":"boolean","default":true}},"additionalProperties":false}},"groups":{"type":"object","default":{},"properties":{"maxMembers":{"type":"integer","minimum":1}},"additionalProperties":false},"rules":{"type":"array","default":[],"items":{"type":"object","properties":{"name":{"$ref":"#/$defs/name"},"expression":{"$ref":"#/$defs/text"},"message":{"$ref":"#/$defs/text"}},"required":["name","expression","message"],"additionalProperties":false}},"modes":{"type":"array","default":[],"items":{"type":"object","properties":{"rule":{"$ref":"#/$defs/name"},"mode":{"type":"string","enum":["deny","warn","off"]},"where":{"type":"object","default":{},"properties":{"folder":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"env":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"cloud":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"role":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleOrGlob"},"uniqueItems":false},"principal":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false}},"additionalProperties":false}},"required":["rule","mode"],"additionalProperties":false}},"approval":{"type":"object","default":{},"properties":{"mode":{"type":"string","default":"enforce","enum":["enforce","warn","trust-branch-protection"]},"minimum":{"type":"integer","default":1,"minimum":1},"privileged":{"type":"integer","default":2,"minimum":1},"more":{"type":"array","default":[],"items":{"type":"object","properties":{"where":{"type":"object","default":{},"properties":{"folder":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"env":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"cloud":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false},"role":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/roleOrGlob"},"uniqueItems":false},"principal":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":false}},"additionalProperties":false},"privileged":{"type":"boolean","default":false},"minimum":{"type":"integer","minimum":1},"approvers":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true}},"additionalProperties":false}}},"additionalProperties":false},"guard":{"type":"object","default":{},"properties":{"withdrawals":{"type":"object","default":{},"properties":{"max":{"type":"integer","default":3,"minimum":0},"percent":{"type":"integer","default":10,"minimum":0,"maximum":100},"window":{"$ref":"#/$defs/period","default":"24h"}},"additionalProperties":false},"newGrants":{"type":"object","default":{},"properties":{"max":{"type":"integer","default":20,"minimum":0},"privileged":{"type":"integer","default":5,"minimum":0}},"additionalProperties":false},"protect":{"type":"array","default":[],"items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true}},"additionalProperties":false},"breakGlass":{"type":"object","properties":{"who":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"roles":{"type":"array","items":{"type":"string","$ref":"#/$defs/name"},"uniqueItems":true,"minItems":1},"maxDuration":{"$ref":"#/$defs/period"},"reviewWithin":{"$ref":"#/$defs/period"}},"required":["who","roles","maxDuration","reviewWithin"],"additionalProperties":false},"unmanaged":{"type":"object","default":{},"properties":{"mode":{"type":"string","default":"report","enum":["report","ignore"]},"ignore":{"type":"array","default":["service-agents","pim","pam","inherited"],"items":{"type":"string","enum":["service-agents","pim","pam","inherited"]},"uniqueItems":true}},"additionalProperties":false},"notices":{"type":"object","default":{},"properties":{"before":{"type":"array","default":["24h","1h"],"items":{"type":"string","$ref":"#/$defs/period"},"uniqueItems":true},"to":{"type":"array","default":["principal","approvers"],"items":{"type":"string","enum":["principal","approvers"]},"uniqueItems":true}},"additionalProperties":false},"prune":{"type":"object","default":{},"properties":{"after":{"$ref":"#/$defs/period","default":"1h"}},"additionalProperties":false},"heartbeat":{"type":"object","default":{},"properties":{"maxAge":{"$ref":"#/$defs/period","default":"90m"}},"additionalProperties":false}},"required":["stamp","security","clouds"],"additionalProperties":false,"$defs":{"stamp":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,23}$"},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,59}$"},"gcp-place":{"type":"string","pattern":"^(?:projects|folders|organizations)/[!-~]+$"},"azure-place":{"type":"string","pattern":"^/[!-~]*$"},"period":{"type":"string","pattern":"^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"periodOrZero":{"type":"string","pattern":"^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"},"line":{"type":"string","pattern":"^(?=.*\\S)[^\\n]*$"},"roleGlob":{"type":"string","pattern":"^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$"},"scopeOfCloud":{"type":"string","pattern":"^[a-z0-9-]+:[!-~]+$"},"principalGlob":{"type":"string","pattern":"^[!-~]+$"},"roleOrGlob":{"type":"string","pattern":"^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"},"timeOfDay":{"type":"string","pattern":"^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"},"zone":{"type":"string","pattern":"^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"},"text":{"type":"string","pattern":"\\S"}}};
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
if(!(((((key5 === "tenant") || (key5 === "enforce")) || (key5 === "reads")) || (key5 === "manages")) || (key5 === "recall"))){
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
if(data19.reads !== undefined){
let data22 = data19.reads;
if(Array.isArray(data22)){
if(data22.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads",schemaPath:"#/properties/clouds/properties/azure/properties/reads/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len5 = data22.length;
for(let i10=0; i10<len5; i10++){
let data23 = data22[i10];
if(typeof data23 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads/" + i10,schemaPath:"#/properties/clouds/properties/azure/properties/reads/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data23 === "string"){
if(!pattern27.test(data23)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads/" + i10,schemaPath:"#/$defs/azure-place/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads/" + i10,schemaPath:"#/$defs/azure-place/type",keyword:"type",params:{type: "string"}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads",schemaPath:"#/properties/clouds/properties/azure/properties/reads/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}});
errors++;
break;
}
indices5[item5] = i11;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/reads",schemaPath:"#/properties/clouds/properties/azure/properties/reads/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data19.manages !== undefined){
let data24 = data19.manages;
if(Array.isArray(data24)){
if(data24.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages",schemaPath:"#/properties/clouds/properties/azure/properties/manages/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len6 = data24.length;
for(let i12=0; i12<len6; i12++){
let data25 = data24[i12];
if(typeof data25 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages/" + i12,schemaPath:"#/properties/clouds/properties/azure/properties/manages/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data25 === "string"){
if(!pattern27.test(data25)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages/" + i12,schemaPath:"#/$defs/azure-place/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages/" + i12,schemaPath:"#/$defs/azure-place/type",keyword:"type",params:{type: "string"}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages",schemaPath:"#/properties/clouds/properties/azure/properties/manages/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}});
errors++;
break;
}
indices6[item6] = i13;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/manages",schemaPath:"#/properties/clouds/properties/azure/properties/manages/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data19.recall !== undefined){
let data26 = data19.recall;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(Object.keys(data26).length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall",schemaPath:"#/properties/clouds/properties/azure/properties/recall/minProperties",keyword:"minProperties",params:{limit: 1}});
errors++;
}
for(const key6 in data26){
if(!((((key6 === "lockdown") || (key6 === "denies")) || (key6 === "disables")) || (key6 === "signOut"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall",schemaPath:"#/properties/clouds/properties/azure/properties/recall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6}});
errors++;
}
}
if(data26.lockdown !== undefined){
let data27 = data26.lockdown;
if(typeof data27 === "string"){
if(!pattern27.test(data27)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/lockdown",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/lockdown/pattern",keyword:"pattern",params:{pattern: "^/[!-~]*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/lockdown",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/lockdown/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data26.denies !== undefined){
let data28 = data26.denies;
if(Array.isArray(data28)){
if(data28.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len7 = data28.length;
for(let i14=0; i14<len7; i14++){
let data29 = data28[i14];
if(typeof data29 === "string"){
if(!pattern68.test(data29)){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies/" + i14,schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9.*/]+/(?:write|delete|action)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies/" + i14,schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i15 = data28.length;
let j7;
if(i15 > 1){
const indices7 = {};
for(;i15--;){
let item7 = data28[i15];
if(typeof item7 !== "string"){
continue;
}
if(typeof indices7[item7] == "number"){
j7 = indices7[item7];
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7}});
errors++;
break;
}
indices7[item7] = i15;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/denies",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/denies/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data26.disables !== undefined){
if(typeof data26.disables !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/disables",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/disables/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
if(data26.signOut !== undefined){
let data31 = data26.signOut;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
if(data31.account === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/required",keyword:"required",params:{missingProperty: "account"}});
errors++;
}
for(const key7 in data31){
if(!(key7 === "account")){
vErrors = noted(vErrors, {instancePath:instancePath+"/clouds/azure/recall/signOut",schemaPath:"#/properties/clouds/properties/azure/properties/recall/properties/signOut/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7}});
errors++;
}
}
if(data31.account !== undefined){
let data32 = data31.account;
if(typeof data32 === "string"){
if(!pattern32.test(data32)){
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
let data33 = data.grants;
if(data33 && typeof data33 == "object" && !Array.isArray(data33)){
if(data33.maxDuration === undefined){
data33.maxDuration = "8h";
}
if(data33.maxTotal === undefined){
data33.maxTotal = "30d";
}
if(data33.maxHorizon === undefined){
data33.maxHorizon = "30d";
}
if(data33.maxGrace === undefined){
data33.maxGrace = "30m";
}
if(data33.require === undefined){
data33.require = ["reason"];
}
for(const key8 in data33){
if(!((((((key8 === "maxDuration") || (key8 === "maxTotal")) || (key8 === "maxHorizon")) || (key8 === "maxGrace")) || (key8 === "require")) || (key8 === "ticketPattern"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants",schemaPath:"#/properties/grants/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8}});
errors++;
}
}
let data34 = data33.maxDuration;
if(typeof data34 === "string"){
if(!pattern20.test(data34)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data35 = data33.maxTotal;
if(typeof data35 === "string"){
if(!pattern20.test(data35)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxTotal",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxTotal",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data36 = data33.maxHorizon;
if(typeof data36 === "string"){
if(!pattern20.test(data36)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxHorizon",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxHorizon",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data37 = data33.maxGrace;
if(typeof data37 === "string"){
if(!pattern21.test(data37)){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxGrace",schemaPath:"#/$defs/periodOrZero/pattern",keyword:"pattern",params:{pattern: "^(?=.)(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/maxGrace",schemaPath:"#/$defs/periodOrZero/type",keyword:"type",params:{type: "string"}});
errors++;
}
let data38 = data33.require;
if(Array.isArray(data38)){
const len8 = data38.length;
for(let i16=0; i16<len8; i16++){
let data39 = data38[i16];
if(typeof data39 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require/" + i16,schemaPath:"#/properties/grants/properties/require/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data39 === "reason") || (data39 === "ticket"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require/" + i16,schemaPath:"#/properties/grants/properties/require/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.grants.properties.require.items.enum}});
errors++;
}
}
let i17 = data38.length;
let j8;
if(i17 > 1){
const indices8 = {};
for(;i17--;){
let item8 = data38[i17];
if(typeof item8 !== "string"){
continue;
}
if(typeof indices8[item8] == "number"){
j8 = indices8[item8];
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require",schemaPath:"#/properties/grants/properties/require/uniqueItems",keyword:"uniqueItems",params:{i: i17, j: j8}});
errors++;
break;
}
indices8[item8] = i17;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/grants/require",schemaPath:"#/properties/grants/properties/require/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data33.ticketPattern !== undefined){
let data40 = data33.ticketPattern;
if(typeof data40 === "string"){
if(!pattern8.test(data40)){
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
let data41 = data.limits;
if(Array.isArray(data41)){
const len9 = data41.length;
for(let i18=0; i18<len9; i18++){
let data42 = data41[i18];
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
if(Object.keys(data42).length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18,schemaPath:"#/properties/limits/items/minProperties",keyword:"minProperties",params:{limit: 2}});
errors++;
}
if(data42.env === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18,schemaPath:"#/properties/limits/items/required",keyword:"required",params:{missingProperty: "env"}});
errors++;
}
for(const key9 in data42){
if(!(((key9 === "env") || (key9 === "maxDuration")) || (key9 === "deny"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18,schemaPath:"#/properties/limits/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9}});
errors++;
}
}
if(data42.env !== undefined){
let data43 = data42.env;
if(typeof data43 === "string"){
if(!pattern4.test(data43)){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18+"/env",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18+"/env",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data42.maxDuration !== undefined){
let data44 = data42.maxDuration;
if(typeof data44 === "string"){
if(!pattern20.test(data44)){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18+"/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18+"/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data42.deny !== undefined){
if(typeof data42.deny !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18+"/deny",schemaPath:"#/properties/limits/items/properties/deny/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits/" + i18,schemaPath:"#/properties/limits/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/limits",schemaPath:"#/properties/limits/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data46 = data.deny;
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
if(data46.roles === undefined){
data46.roles = [];
}
if(data46.scopes === undefined){
data46.scopes = [];
}
if(data46.principals === undefined){
data46.principals = [];
}
for(const key10 in data46){
if(!(((key10 === "roles") || (key10 === "scopes")) || (key10 === "principals"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny",schemaPath:"#/properties/deny/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10}});
errors++;
}
}
let data47 = data46.roles;
if(Array.isArray(data47)){
const len10 = data47.length;
for(let i19=0; i19<len10; i19++){
let data48 = data47[i19];
if(typeof data48 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles/" + i19,schemaPath:"#/properties/deny/properties/roles/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data48 === "string"){
if(!pattern77.test(data48)){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles/" + i19,schemaPath:"#/$defs/roleGlob/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9*-]+:[!-~]+(?: [!-~]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles/" + i19,schemaPath:"#/$defs/roleGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i20 = data47.length;
let j9;
if(i20 > 1){
const indices9 = {};
for(;i20--;){
let item9 = data47[i20];
if(typeof item9 !== "string"){
continue;
}
if(typeof indices9[item9] == "number"){
j9 = indices9[item9];
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles",schemaPath:"#/properties/deny/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i20, j: j9}});
errors++;
break;
}
indices9[item9] = i20;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/roles",schemaPath:"#/properties/deny/properties/roles/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data49 = data46.scopes;
if(Array.isArray(data49)){
const len11 = data49.length;
for(let i21=0; i21<len11; i21++){
let data50 = data49[i21];
if(typeof data50 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes/" + i21,schemaPath:"#/properties/deny/properties/scopes/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data50 === "string"){
if(!pattern78.test(data50)){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes/" + i21,schemaPath:"#/$defs/scopeOfCloud/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9-]+:[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes/" + i21,schemaPath:"#/$defs/scopeOfCloud/type",keyword:"type",params:{type: "string"}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes",schemaPath:"#/properties/deny/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i22, j: j10}});
errors++;
break;
}
indices10[item10] = i22;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/scopes",schemaPath:"#/properties/deny/properties/scopes/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data51 = data46.principals;
if(Array.isArray(data51)){
const len12 = data51.length;
for(let i23=0; i23<len12; i23++){
let data52 = data51[i23];
if(typeof data52 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals/" + i23,schemaPath:"#/properties/deny/properties/principals/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data52 === "string"){
if(!pattern79.test(data52)){
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals/" + i23,schemaPath:"#/$defs/principalGlob/pattern",keyword:"pattern",params:{pattern: "^[!-~]+$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals/" + i23,schemaPath:"#/$defs/principalGlob/type",keyword:"type",params:{type: "string"}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/deny/principals",schemaPath:"#/properties/deny/properties/principals/uniqueItems",keyword:"uniqueItems",params:{i: i24, j: j11}});
errors++;
break;
}
indices11[item11] = i24;
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
let data53 = data.separationOfDuties;
if(Array.isArray(data53)){
const len13 = data53.length;
for(let i25=0; i25<len13; i25++){
let data54 = data53[i25];
if(Array.isArray(data54)){
if(data54.length < 2){
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i25,schemaPath:"#/properties/separationOfDuties/items/minItems",keyword:"minItems",params:{limit: 2}});
errors++;
}
const len14 = data54.length;
for(let i26=0; i26<len14; i26++){
let data55 = data54[i26];
if(typeof data55 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i25+"/" + i26,schemaPath:"#/properties/separationOfDuties/items/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data55 === "string"){
if(!pattern4.test(data55)){
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i25+"/" + i26,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i25+"/" + i26,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i27 = data54.length;
let j12;
if(i27 > 1){
const indices12 = {};
for(;i27--;){
let item12 = data54[i27];
if(typeof item12 !== "string"){
continue;
}
if(typeof indices12[item12] == "number"){
j12 = indices12[item12];
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i25,schemaPath:"#/properties/separationOfDuties/items/uniqueItems",keyword:"uniqueItems",params:{i: i27, j: j12}});
errors++;
break;
}
indices12[item12] = i27;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties/" + i25,schemaPath:"#/properties/separationOfDuties/items/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/separationOfDuties",schemaPath:"#/properties/separationOfDuties/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data56 = data.hours;
if(Array.isArray(data56)){
const len15 = data56.length;
for(let i28=0; i28<len15; i28++){
let data57 = data56[i28];
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
if(data57.where === undefined){
data57.where = {};
}
if(data57.days === undefined){
data57.days = ["mon","tue","wed","thu","fri"];
}
if(data57.part === undefined){
data57.part = "whole";
}
if(data57.from === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28,schemaPath:"#/properties/hours/items/required",keyword:"required",params:{missingProperty: "from"}});
errors++;
}
if(data57.to === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28,schemaPath:"#/properties/hours/items/required",keyword:"required",params:{missingProperty: "to"}});
errors++;
}
for(const key11 in data57){
if(!((((((key11 === "where") || (key11 === "days")) || (key11 === "from")) || (key11 === "to")) || (key11 === "zone")) || (key11 === "part"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28,schemaPath:"#/properties/hours/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11}});
errors++;
}
}
let data58 = data57.where;
if(data58 && typeof data58 == "object" && !Array.isArray(data58)){
if(data58.folder === undefined){
data58.folder = [];
}
if(data58.env === undefined){
data58.env = [];
}
if(data58.cloud === undefined){
data58.cloud = [];
}
if(data58.role === undefined){
data58.role = [];
}
if(data58.principal === undefined){
data58.principal = [];
}
for(const key12 in data58){
if(!(((((key12 === "folder") || (key12 === "env")) || (key12 === "cloud")) || (key12 === "role")) || (key12 === "principal"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where",schemaPath:"#/properties/hours/items/properties/where/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12}});
errors++;
}
}
let data59 = data58.folder;
if(Array.isArray(data59)){
const len16 = data59.length;
for(let i29=0; i29<len16; i29++){
let data60 = data59[i29];
if(typeof data60 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/folder/" + i29,schemaPath:"#/properties/hours/items/properties/where/properties/folder/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data60 === "string"){
if(!pattern4.test(data60)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/folder/" + i29,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/folder/" + i29,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/folder",schemaPath:"#/properties/hours/items/properties/where/properties/folder/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data61 = data58.env;
if(Array.isArray(data61)){
const len17 = data61.length;
for(let i30=0; i30<len17; i30++){
let data62 = data61[i30];
if(typeof data62 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/env/" + i30,schemaPath:"#/properties/hours/items/properties/where/properties/env/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data62 === "string"){
if(!pattern4.test(data62)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/env/" + i30,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/env/" + i30,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/env",schemaPath:"#/properties/hours/items/properties/where/properties/env/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data63 = data58.cloud;
if(Array.isArray(data63)){
const len18 = data63.length;
for(let i31=0; i31<len18; i31++){
let data64 = data63[i31];
if(typeof data64 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/cloud/" + i31,schemaPath:"#/properties/hours/items/properties/where/properties/cloud/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data64 === "string"){
if(!pattern4.test(data64)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/cloud/" + i31,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/cloud/" + i31,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/cloud",schemaPath:"#/properties/hours/items/properties/where/properties/cloud/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data65 = data58.role;
if(Array.isArray(data65)){
const len19 = data65.length;
for(let i32=0; i32<len19; i32++){
let data66 = data65[i32];
if(typeof data66 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/role/" + i32,schemaPath:"#/properties/hours/items/properties/where/properties/role/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data66 === "string"){
if(!pattern84.test(data66)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/role/" + i32,schemaPath:"#/$defs/roleOrGlob/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/role/" + i32,schemaPath:"#/$defs/roleOrGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/role",schemaPath:"#/properties/hours/items/properties/where/properties/role/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data67 = data58.principal;
if(Array.isArray(data67)){
const len20 = data67.length;
for(let i33=0; i33<len20; i33++){
let data68 = data67[i33];
if(typeof data68 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/principal/" + i33,schemaPath:"#/properties/hours/items/properties/where/properties/principal/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data68 === "string"){
if(!pattern4.test(data68)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/principal/" + i33,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/principal/" + i33,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where/principal",schemaPath:"#/properties/hours/items/properties/where/properties/principal/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/where",schemaPath:"#/properties/hours/items/properties/where/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data69 = data57.days;
if(Array.isArray(data69)){
if(data69.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/days",schemaPath:"#/properties/hours/items/properties/days/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len21 = data69.length;
for(let i34=0; i34<len21; i34++){
let data70 = data69[i34];
if(typeof data70 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/days/" + i34,schemaPath:"#/properties/hours/items/properties/days/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((((((data70 === "mon") || (data70 === "tue")) || (data70 === "wed")) || (data70 === "thu")) || (data70 === "fri")) || (data70 === "sat")) || (data70 === "sun"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/days/" + i34,schemaPath:"#/properties/hours/items/properties/days/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.hours.items.properties.days.items.enum}});
errors++;
}
}
let i35 = data69.length;
let j13;
if(i35 > 1){
const indices13 = {};
for(;i35--;){
let item13 = data69[i35];
if(typeof item13 !== "string"){
continue;
}
if(typeof indices13[item13] == "number"){
j13 = indices13[item13];
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/days",schemaPath:"#/properties/hours/items/properties/days/uniqueItems",keyword:"uniqueItems",params:{i: i35, j: j13}});
errors++;
break;
}
indices13[item13] = i35;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/days",schemaPath:"#/properties/hours/items/properties/days/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(data57.from !== undefined){
let data71 = data57.from;
if(typeof data71 === "string"){
if(!pattern86.test(data71)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/from",schemaPath:"#/$defs/timeOfDay/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/from",schemaPath:"#/$defs/timeOfDay/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data57.to !== undefined){
let data72 = data57.to;
if(typeof data72 === "string"){
if(!pattern86.test(data72)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/to",schemaPath:"#/$defs/timeOfDay/pattern",keyword:"pattern",params:{pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/to",schemaPath:"#/$defs/timeOfDay/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data57.zone !== undefined){
let data73 = data57.zone;
if(typeof data73 === "string"){
if(!pattern23.test(data73)){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/zone",schemaPath:"#/$defs/zone/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/zone",schemaPath:"#/$defs/zone/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let data74 = data57.part;
if(typeof data74 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/part",schemaPath:"#/properties/hours/items/properties/part/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data74 === "whole") || (data74 === "begin"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28+"/part",schemaPath:"#/properties/hours/items/properties/part/enum",keyword:"enum",params:{allowedValues: schema86.properties.hours.items.properties.part.enum}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours/" + i28,schemaPath:"#/properties/hours/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/hours",schemaPath:"#/properties/hours/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data75 = data.asking;
if(Array.isArray(data75)){
const len22 = data75.length;
for(let i36=0; i36<len22; i36++){
let data76 = data75[i36];
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
if(data76.for === undefined){
data76.for = [];
}
if(data76.by === undefined){
data76.by = [];
}
if(data76.self === undefined){
data76.self = true;
}
for(const key13 in data76){
if(!(((key13 === "for") || (key13 === "by")) || (key13 === "self"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36,schemaPath:"#/properties/asking/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13}});
errors++;
}
}
let data77 = data76.for;
if(Array.isArray(data77)){
const len23 = data77.length;
for(let i37=0; i37<len23; i37++){
let data78 = data77[i37];
if(typeof data78 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/for/" + i37,schemaPath:"#/properties/asking/items/properties/for/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data78 === "string"){
if(!pattern4.test(data78)){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/for/" + i37,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/for/" + i37,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i38 = data77.length;
let j14;
if(i38 > 1){
const indices14 = {};
for(;i38--;){
let item14 = data77[i38];
if(typeof item14 !== "string"){
continue;
}
if(typeof indices14[item14] == "number"){
j14 = indices14[item14];
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/for",schemaPath:"#/properties/asking/items/properties/for/uniqueItems",keyword:"uniqueItems",params:{i: i38, j: j14}});
errors++;
break;
}
indices14[item14] = i38;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/for",schemaPath:"#/properties/asking/items/properties/for/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data79 = data76.by;
if(Array.isArray(data79)){
const len24 = data79.length;
for(let i39=0; i39<len24; i39++){
let data80 = data79[i39];
if(typeof data80 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/by/" + i39,schemaPath:"#/properties/asking/items/properties/by/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data80 === "string"){
if(!pattern4.test(data80)){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/by/" + i39,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/by/" + i39,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/by",schemaPath:"#/properties/asking/items/properties/by/uniqueItems",keyword:"uniqueItems",params:{i: i40, j: j15}});
errors++;
break;
}
indices15[item15] = i40;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/by",schemaPath:"#/properties/asking/items/properties/by/type",keyword:"type",params:{type: "array"}});
errors++;
}
if(typeof data76.self !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36+"/self",schemaPath:"#/properties/asking/items/properties/self/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking/" + i36,schemaPath:"#/properties/asking/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/asking",schemaPath:"#/properties/asking/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data82 = data.groups;
if(data82 && typeof data82 == "object" && !Array.isArray(data82)){
for(const key14 in data82){
if(!(key14 === "maxMembers")){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups",schemaPath:"#/properties/groups/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14}});
errors++;
}
}
if(data82.maxMembers !== undefined){
let data83 = data82.maxMembers;
if(!(((typeof data83 == "number") && (!(data83 % 1) && !isNaN(data83))) && (isFinite(data83)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/groups/maxMembers",schemaPath:"#/properties/groups/properties/maxMembers/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data83 == "number") && (isFinite(data83))){
if(data83 < 1 || isNaN(data83)){
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
let data84 = data.rules;
if(Array.isArray(data84)){
const len25 = data84.length;
for(let i41=0; i41<len25; i41++){
let data85 = data84[i41];
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
if(data85.name === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41,schemaPath:"#/properties/rules/items/required",keyword:"required",params:{missingProperty: "name"}});
errors++;
}
if(data85.expression === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41,schemaPath:"#/properties/rules/items/required",keyword:"required",params:{missingProperty: "expression"}});
errors++;
}
if(data85.message === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41,schemaPath:"#/properties/rules/items/required",keyword:"required",params:{missingProperty: "message"}});
errors++;
}
for(const key15 in data85){
if(!(((key15 === "name") || (key15 === "expression")) || (key15 === "message"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41,schemaPath:"#/properties/rules/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15}});
errors++;
}
}
if(data85.name !== undefined){
let data86 = data85.name;
if(typeof data86 === "string"){
if(!pattern4.test(data86)){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41+"/name",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data85.expression !== undefined){
let data87 = data85.expression;
if(typeof data87 === "string"){
if(!pattern7.test(data87)){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41+"/expression",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41+"/expression",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data85.message !== undefined){
let data88 = data85.message;
if(typeof data88 === "string"){
if(!pattern7.test(data88)){
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41+"/message",schemaPath:"#/$defs/text/pattern",keyword:"pattern",params:{pattern: "\\S"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41+"/message",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules/" + i41,schemaPath:"#/properties/rules/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/rules",schemaPath:"#/properties/rules/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data89 = data.modes;
if(Array.isArray(data89)){
const len26 = data89.length;
for(let i42=0; i42<len26; i42++){
let data90 = data89[i42];
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
if(data90.where === undefined){
data90.where = {};
}
if(data90.rule === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42,schemaPath:"#/properties/modes/items/required",keyword:"required",params:{missingProperty: "rule"}});
errors++;
}
if(data90.mode === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42,schemaPath:"#/properties/modes/items/required",keyword:"required",params:{missingProperty: "mode"}});
errors++;
}
for(const key16 in data90){
if(!(((key16 === "rule") || (key16 === "mode")) || (key16 === "where"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42,schemaPath:"#/properties/modes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16}});
errors++;
}
}
if(data90.rule !== undefined){
let data91 = data90.rule;
if(typeof data91 === "string"){
if(!pattern4.test(data91)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/rule",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/rule",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data90.mode !== undefined){
let data92 = data90.mode;
if(typeof data92 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/mode",schemaPath:"#/properties/modes/items/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data92 === "deny") || (data92 === "warn")) || (data92 === "off"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/mode",schemaPath:"#/properties/modes/items/properties/mode/enum",keyword:"enum",params:{allowedValues: schema86.properties.modes.items.properties.mode.enum}});
errors++;
}
}
let data93 = data90.where;
if(data93 && typeof data93 == "object" && !Array.isArray(data93)){
if(data93.folder === undefined){
data93.folder = [];
}
if(data93.env === undefined){
data93.env = [];
}
if(data93.cloud === undefined){
data93.cloud = [];
}
if(data93.role === undefined){
data93.role = [];
}
if(data93.principal === undefined){
data93.principal = [];
}
for(const key17 in data93){
if(!(((((key17 === "folder") || (key17 === "env")) || (key17 === "cloud")) || (key17 === "role")) || (key17 === "principal"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where",schemaPath:"#/properties/modes/items/properties/where/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17}});
errors++;
}
}
let data94 = data93.folder;
if(Array.isArray(data94)){
const len27 = data94.length;
for(let i43=0; i43<len27; i43++){
let data95 = data94[i43];
if(typeof data95 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/folder/" + i43,schemaPath:"#/properties/modes/items/properties/where/properties/folder/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data95 === "string"){
if(!pattern4.test(data95)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/folder/" + i43,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/folder/" + i43,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/folder",schemaPath:"#/properties/modes/items/properties/where/properties/folder/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data96 = data93.env;
if(Array.isArray(data96)){
const len28 = data96.length;
for(let i44=0; i44<len28; i44++){
let data97 = data96[i44];
if(typeof data97 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/env/" + i44,schemaPath:"#/properties/modes/items/properties/where/properties/env/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data97 === "string"){
if(!pattern4.test(data97)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/env/" + i44,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/env/" + i44,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/env",schemaPath:"#/properties/modes/items/properties/where/properties/env/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data98 = data93.cloud;
if(Array.isArray(data98)){
const len29 = data98.length;
for(let i45=0; i45<len29; i45++){
let data99 = data98[i45];
if(typeof data99 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/cloud/" + i45,schemaPath:"#/properties/modes/items/properties/where/properties/cloud/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data99 === "string"){
if(!pattern4.test(data99)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/cloud/" + i45,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/cloud/" + i45,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/cloud",schemaPath:"#/properties/modes/items/properties/where/properties/cloud/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data100 = data93.role;
if(Array.isArray(data100)){
const len30 = data100.length;
for(let i46=0; i46<len30; i46++){
let data101 = data100[i46];
if(typeof data101 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/role/" + i46,schemaPath:"#/properties/modes/items/properties/where/properties/role/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data101 === "string"){
if(!pattern84.test(data101)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/role/" + i46,schemaPath:"#/$defs/roleOrGlob/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/role/" + i46,schemaPath:"#/$defs/roleOrGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/role",schemaPath:"#/properties/modes/items/properties/where/properties/role/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data102 = data93.principal;
if(Array.isArray(data102)){
const len31 = data102.length;
for(let i47=0; i47<len31; i47++){
let data103 = data102[i47];
if(typeof data103 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/principal/" + i47,schemaPath:"#/properties/modes/items/properties/where/properties/principal/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data103 === "string"){
if(!pattern4.test(data103)){
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/principal/" + i47,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/principal/" + i47,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where/principal",schemaPath:"#/properties/modes/items/properties/where/properties/principal/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42+"/where",schemaPath:"#/properties/modes/items/properties/where/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes/" + i42,schemaPath:"#/properties/modes/items/type",keyword:"type",params:{type: "object"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/modes",schemaPath:"#/properties/modes/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data104 = data.approval;
if(data104 && typeof data104 == "object" && !Array.isArray(data104)){
if(data104.mode === undefined){
data104.mode = "enforce";
}
if(data104.minimum === undefined){
data104.minimum = 1;
}
if(data104.privileged === undefined){
data104.privileged = 2;
}
if(data104.more === undefined){
data104.more = [];
}
for(const key18 in data104){
if(!((((key18 === "mode") || (key18 === "minimum")) || (key18 === "privileged")) || (key18 === "more"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval",schemaPath:"#/properties/approval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key18}});
errors++;
}
}
let data105 = data104.mode;
if(typeof data105 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/mode",schemaPath:"#/properties/approval/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!(((data105 === "enforce") || (data105 === "warn")) || (data105 === "trust-branch-protection"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/mode",schemaPath:"#/properties/approval/properties/mode/enum",keyword:"enum",params:{allowedValues: schema86.properties.approval.properties.mode.enum}});
errors++;
}
let data106 = data104.minimum;
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/minimum",schemaPath:"#/properties/approval/properties/minimum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 < 1 || isNaN(data106)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/minimum",schemaPath:"#/properties/approval/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
let data107 = data104.privileged;
if(!(((typeof data107 == "number") && (!(data107 % 1) && !isNaN(data107))) && (isFinite(data107)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/privileged",schemaPath:"#/properties/approval/properties/privileged/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data107 == "number") && (isFinite(data107))){
if(data107 < 1 || isNaN(data107)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/privileged",schemaPath:"#/properties/approval/properties/privileged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
let data108 = data104.more;
if(Array.isArray(data108)){
const len32 = data108.length;
for(let i48=0; i48<len32; i48++){
let data109 = data108[i48];
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(data109.where === undefined){
data109.where = {};
}
if(data109.privileged === undefined){
data109.privileged = false;
}
if(data109.approvers === undefined){
data109.approvers = [];
}
for(const key19 in data109){
if(!((((key19 === "where") || (key19 === "privileged")) || (key19 === "minimum")) || (key19 === "approvers"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48,schemaPath:"#/properties/approval/properties/more/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key19}});
errors++;
}
}
let data110 = data109.where;
if(data110 && typeof data110 == "object" && !Array.isArray(data110)){
if(data110.folder === undefined){
data110.folder = [];
}
if(data110.env === undefined){
data110.env = [];
}
if(data110.cloud === undefined){
data110.cloud = [];
}
if(data110.role === undefined){
data110.role = [];
}
if(data110.principal === undefined){
data110.principal = [];
}
for(const key20 in data110){
if(!(((((key20 === "folder") || (key20 === "env")) || (key20 === "cloud")) || (key20 === "role")) || (key20 === "principal"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where",schemaPath:"#/properties/approval/properties/more/items/properties/where/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20}});
errors++;
}
}
let data111 = data110.folder;
if(Array.isArray(data111)){
const len33 = data111.length;
for(let i49=0; i49<len33; i49++){
let data112 = data111[i49];
if(typeof data112 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/folder/" + i49,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/folder/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data112 === "string"){
if(!pattern4.test(data112)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/folder/" + i49,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/folder/" + i49,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/folder",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/folder/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data113 = data110.env;
if(Array.isArray(data113)){
const len34 = data113.length;
for(let i50=0; i50<len34; i50++){
let data114 = data113[i50];
if(typeof data114 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/env/" + i50,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/env/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data114 === "string"){
if(!pattern4.test(data114)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/env/" + i50,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/env/" + i50,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/env",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/env/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data115 = data110.cloud;
if(Array.isArray(data115)){
const len35 = data115.length;
for(let i51=0; i51<len35; i51++){
let data116 = data115[i51];
if(typeof data116 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/cloud/" + i51,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/cloud/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data116 === "string"){
if(!pattern4.test(data116)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/cloud/" + i51,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/cloud/" + i51,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/cloud",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/cloud/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data117 = data110.role;
if(Array.isArray(data117)){
const len36 = data117.length;
for(let i52=0; i52<len36; i52++){
let data118 = data117[i52];
if(typeof data118 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/role/" + i52,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/role/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data118 === "string"){
if(!pattern84.test(data118)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/role/" + i52,schemaPath:"#/$defs/roleOrGlob/pattern",keyword:"pattern",params:{pattern: "^(?:[a-z0-9][a-z0-9-]{0,59}|[a-z0-9*-]+:[!-~]+(?: [!-~]+)*)$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/role/" + i52,schemaPath:"#/$defs/roleOrGlob/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/role",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/role/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data119 = data110.principal;
if(Array.isArray(data119)){
const len37 = data119.length;
for(let i53=0; i53<len37; i53++){
let data120 = data119[i53];
if(typeof data120 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/principal/" + i53,schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/principal/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data120 === "string"){
if(!pattern4.test(data120)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/principal/" + i53,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/principal/" + i53,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where/principal",schemaPath:"#/properties/approval/properties/more/items/properties/where/properties/principal/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/where",schemaPath:"#/properties/approval/properties/more/items/properties/where/type",keyword:"type",params:{type: "object"}});
errors++;
}
if(typeof data109.privileged !== "boolean"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/privileged",schemaPath:"#/properties/approval/properties/more/items/properties/privileged/type",keyword:"type",params:{type: "boolean"}});
errors++;
}
if(data109.minimum !== undefined){
let data122 = data109.minimum;
if(!(((typeof data122 == "number") && (!(data122 % 1) && !isNaN(data122))) && (isFinite(data122)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/minimum",schemaPath:"#/properties/approval/properties/more/items/properties/minimum/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data122 == "number") && (isFinite(data122))){
if(data122 < 1 || isNaN(data122)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/minimum",schemaPath:"#/properties/approval/properties/more/items/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}});
errors++;
}
}
}
let data123 = data109.approvers;
if(Array.isArray(data123)){
const len38 = data123.length;
for(let i54=0; i54<len38; i54++){
let data124 = data123[i54];
if(typeof data124 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/approvers/" + i54,schemaPath:"#/properties/approval/properties/more/items/properties/approvers/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data124 === "string"){
if(!pattern4.test(data124)){
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/approvers/" + i54,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/approvers/" + i54,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i55 = data123.length;
let j16;
if(i55 > 1){
const indices16 = {};
for(;i55--;){
let item16 = data123[i55];
if(typeof item16 !== "string"){
continue;
}
if(typeof indices16[item16] == "number"){
j16 = indices16[item16];
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/approvers",schemaPath:"#/properties/approval/properties/more/items/properties/approvers/uniqueItems",keyword:"uniqueItems",params:{i: i55, j: j16}});
errors++;
break;
}
indices16[item16] = i55;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48+"/approvers",schemaPath:"#/properties/approval/properties/more/items/properties/approvers/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/approval/more/" + i48,schemaPath:"#/properties/approval/properties/more/items/type",keyword:"type",params:{type: "object"}});
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
let data125 = data.guard;
if(data125 && typeof data125 == "object" && !Array.isArray(data125)){
if(data125.withdrawals === undefined){
data125.withdrawals = {};
}
if(data125.newGrants === undefined){
data125.newGrants = {};
}
if(data125.protect === undefined){
data125.protect = [];
}
for(const key21 in data125){
if(!(((key21 === "withdrawals") || (key21 === "newGrants")) || (key21 === "protect"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard",schemaPath:"#/properties/guard/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key21}});
errors++;
}
}
let data126 = data125.withdrawals;
if(data126 && typeof data126 == "object" && !Array.isArray(data126)){
if(data126.max === undefined){
data126.max = 3;
}
if(data126.percent === undefined){
data126.percent = 10;
}
if(data126.window === undefined){
data126.window = "24h";
}
for(const key22 in data126){
if(!(((key22 === "max") || (key22 === "percent")) || (key22 === "window"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals",schemaPath:"#/properties/guard/properties/withdrawals/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key22}});
errors++;
}
}
let data127 = data126.max;
if(!(((typeof data127 == "number") && (!(data127 % 1) && !isNaN(data127))) && (isFinite(data127)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/max",schemaPath:"#/properties/guard/properties/withdrawals/properties/max/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data127 == "number") && (isFinite(data127))){
if(data127 < 0 || isNaN(data127)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/max",schemaPath:"#/properties/guard/properties/withdrawals/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
let data128 = data126.percent;
if(!(((typeof data128 == "number") && (!(data128 % 1) && !isNaN(data128))) && (isFinite(data128)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/percent",schemaPath:"#/properties/guard/properties/withdrawals/properties/percent/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data128 == "number") && (isFinite(data128))){
if(data128 > 100 || isNaN(data128)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/percent",schemaPath:"#/properties/guard/properties/withdrawals/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100}});
errors++;
}
if(data128 < 0 || isNaN(data128)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/withdrawals/percent",schemaPath:"#/properties/guard/properties/withdrawals/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
let data129 = data126.window;
if(typeof data129 === "string"){
if(!pattern20.test(data129)){
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
let data130 = data125.newGrants;
if(data130 && typeof data130 == "object" && !Array.isArray(data130)){
if(data130.max === undefined){
data130.max = 20;
}
if(data130.privileged === undefined){
data130.privileged = 5;
}
for(const key23 in data130){
if(!((key23 === "max") || (key23 === "privileged"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants",schemaPath:"#/properties/guard/properties/newGrants/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key23}});
errors++;
}
}
let data131 = data130.max;
if(!(((typeof data131 == "number") && (!(data131 % 1) && !isNaN(data131))) && (isFinite(data131)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/max",schemaPath:"#/properties/guard/properties/newGrants/properties/max/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data131 == "number") && (isFinite(data131))){
if(data131 < 0 || isNaN(data131)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/max",schemaPath:"#/properties/guard/properties/newGrants/properties/max/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
let data132 = data130.privileged;
if(!(((typeof data132 == "number") && (!(data132 % 1) && !isNaN(data132))) && (isFinite(data132)))){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/privileged",schemaPath:"#/properties/guard/properties/newGrants/properties/privileged/type",keyword:"type",params:{type: "integer"}});
errors++;
}
if((typeof data132 == "number") && (isFinite(data132))){
if(data132 < 0 || isNaN(data132)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants/privileged",schemaPath:"#/properties/guard/properties/newGrants/properties/privileged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}});
errors++;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/newGrants",schemaPath:"#/properties/guard/properties/newGrants/type",keyword:"type",params:{type: "object"}});
errors++;
}
let data133 = data125.protect;
if(Array.isArray(data133)){
const len39 = data133.length;
for(let i56=0; i56<len39; i56++){
let data134 = data133[i56];
if(typeof data134 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect/" + i56,schemaPath:"#/properties/guard/properties/protect/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data134 === "string"){
if(!pattern4.test(data134)){
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect/" + i56,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect/" + i56,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i57 = data133.length;
let j17;
if(i57 > 1){
const indices17 = {};
for(;i57--;){
let item17 = data133[i57];
if(typeof item17 !== "string"){
continue;
}
if(typeof indices17[item17] == "number"){
j17 = indices17[item17];
vErrors = noted(vErrors, {instancePath:instancePath+"/guard/protect",schemaPath:"#/properties/guard/properties/protect/uniqueItems",keyword:"uniqueItems",params:{i: i57, j: j17}});
errors++;
break;
}
indices17[item17] = i57;
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
let data135 = data.breakGlass;
if(data135 && typeof data135 == "object" && !Array.isArray(data135)){
if(data135.who === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "who"}});
errors++;
}
if(data135.roles === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "roles"}});
errors++;
}
if(data135.maxDuration === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "maxDuration"}});
errors++;
}
if(data135.reviewWithin === undefined){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/required",keyword:"required",params:{missingProperty: "reviewWithin"}});
errors++;
}
for(const key24 in data135){
if(!((((key24 === "who") || (key24 === "roles")) || (key24 === "maxDuration")) || (key24 === "reviewWithin"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass",schemaPath:"#/properties/breakGlass/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key24}});
errors++;
}
}
if(data135.who !== undefined){
let data136 = data135.who;
if(Array.isArray(data136)){
if(data136.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who",schemaPath:"#/properties/breakGlass/properties/who/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len40 = data136.length;
for(let i58=0; i58<len40; i58++){
let data137 = data136[i58];
if(typeof data137 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who/" + i58,schemaPath:"#/properties/breakGlass/properties/who/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data137 === "string"){
if(!pattern4.test(data137)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who/" + i58,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who/" + i58,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i59 = data136.length;
let j18;
if(i59 > 1){
const indices18 = {};
for(;i59--;){
let item18 = data136[i59];
if(typeof item18 !== "string"){
continue;
}
if(typeof indices18[item18] == "number"){
j18 = indices18[item18];
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who",schemaPath:"#/properties/breakGlass/properties/who/uniqueItems",keyword:"uniqueItems",params:{i: i59, j: j18}});
errors++;
break;
}
indices18[item18] = i59;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/who",schemaPath:"#/properties/breakGlass/properties/who/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data135.roles !== undefined){
let data138 = data135.roles;
if(Array.isArray(data138)){
if(data138.length < 1){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles",schemaPath:"#/properties/breakGlass/properties/roles/minItems",keyword:"minItems",params:{limit: 1}});
errors++;
}
const len41 = data138.length;
for(let i60=0; i60<len41; i60++){
let data139 = data138[i60];
if(typeof data139 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles/" + i60,schemaPath:"#/properties/breakGlass/properties/roles/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data139 === "string"){
if(!pattern4.test(data139)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles/" + i60,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,59}$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles/" + i60,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles",schemaPath:"#/properties/breakGlass/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i61, j: j19}});
errors++;
break;
}
indices19[item19] = i61;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/roles",schemaPath:"#/properties/breakGlass/properties/roles/type",keyword:"type",params:{type: "array"}});
errors++;
}
}
if(data135.maxDuration !== undefined){
let data140 = data135.maxDuration;
if(typeof data140 === "string"){
if(!pattern20.test(data140)){
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/maxDuration",schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/breakGlass/maxDuration",schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
if(data135.reviewWithin !== undefined){
let data141 = data135.reviewWithin;
if(typeof data141 === "string"){
if(!pattern20.test(data141)){
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
let data142 = data.unmanaged;
if(data142 && typeof data142 == "object" && !Array.isArray(data142)){
if(data142.mode === undefined){
data142.mode = "report";
}
if(data142.ignore === undefined){
data142.ignore = ["service-agents","pim","pam","inherited"];
}
for(const key25 in data142){
if(!((key25 === "mode") || (key25 === "ignore"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged",schemaPath:"#/properties/unmanaged/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key25}});
errors++;
}
}
let data143 = data142.mode;
if(typeof data143 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/mode",schemaPath:"#/properties/unmanaged/properties/mode/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data143 === "report") || (data143 === "ignore"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/mode",schemaPath:"#/properties/unmanaged/properties/mode/enum",keyword:"enum",params:{allowedValues: schema86.properties.unmanaged.properties.mode.enum}});
errors++;
}
let data144 = data142.ignore;
if(Array.isArray(data144)){
const len42 = data144.length;
for(let i62=0; i62<len42; i62++){
let data145 = data144[i62];
if(typeof data145 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore/" + i62,schemaPath:"#/properties/unmanaged/properties/ignore/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((((data145 === "service-agents") || (data145 === "pim")) || (data145 === "pam")) || (data145 === "inherited"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore/" + i62,schemaPath:"#/properties/unmanaged/properties/ignore/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.unmanaged.properties.ignore.items.enum}});
errors++;
}
}
let i63 = data144.length;
let j20;
if(i63 > 1){
const indices20 = {};
for(;i63--;){
let item20 = data144[i63];
if(typeof item20 !== "string"){
continue;
}
if(typeof indices20[item20] == "number"){
j20 = indices20[item20];
vErrors = noted(vErrors, {instancePath:instancePath+"/unmanaged/ignore",schemaPath:"#/properties/unmanaged/properties/ignore/uniqueItems",keyword:"uniqueItems",params:{i: i63, j: j20}});
errors++;
break;
}
indices20[item20] = i63;
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
let data146 = data.notices;
if(data146 && typeof data146 == "object" && !Array.isArray(data146)){
if(data146.before === undefined){
data146.before = ["24h","1h"];
}
if(data146.to === undefined){
data146.to = ["principal","approvers"];
}
for(const key26 in data146){
if(!((key26 === "before") || (key26 === "to"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices",schemaPath:"#/properties/notices/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key26}});
errors++;
}
}
let data147 = data146.before;
if(Array.isArray(data147)){
const len43 = data147.length;
for(let i64=0; i64<len43; i64++){
let data148 = data147[i64];
if(typeof data148 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before/" + i64,schemaPath:"#/properties/notices/properties/before/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(typeof data148 === "string"){
if(!pattern20.test(data148)){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before/" + i64,schemaPath:"#/$defs/period/pattern",keyword:"pattern",params:{pattern: "^(?=.*[1-9])(?:\\d{1,4}w)?(?:\\d{1,4}d)?(?:\\d{1,4}h)?(?:\\d{1,5}m)?$"}});
errors++;
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before/" + i64,schemaPath:"#/$defs/period/type",keyword:"type",params:{type: "string"}});
errors++;
}
}
let i65 = data147.length;
let j21;
if(i65 > 1){
const indices21 = {};
for(;i65--;){
let item21 = data147[i65];
if(typeof item21 !== "string"){
continue;
}
if(typeof indices21[item21] == "number"){
j21 = indices21[item21];
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before",schemaPath:"#/properties/notices/properties/before/uniqueItems",keyword:"uniqueItems",params:{i: i65, j: j21}});
errors++;
break;
}
indices21[item21] = i65;
}
}
}
else {
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/before",schemaPath:"#/properties/notices/properties/before/type",keyword:"type",params:{type: "array"}});
errors++;
}
let data149 = data146.to;
if(Array.isArray(data149)){
const len44 = data149.length;
for(let i66=0; i66<len44; i66++){
let data150 = data149[i66];
if(typeof data150 !== "string"){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to/" + i66,schemaPath:"#/properties/notices/properties/to/items/type",keyword:"type",params:{type: "string"}});
errors++;
}
if(!((data150 === "principal") || (data150 === "approvers"))){
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to/" + i66,schemaPath:"#/properties/notices/properties/to/items/enum",keyword:"enum",params:{allowedValues: schema86.properties.notices.properties.to.items.enum}});
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
vErrors = noted(vErrors, {instancePath:instancePath+"/notices/to",schemaPath:"#/properties/notices/properties/to/uniqueItems",keyword:"uniqueItems",params:{i: i67, j: j22}});
errors++;
break;
}
indices22[item22] = i67;
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
let data151 = data.prune;
if(data151 && typeof data151 == "object" && !Array.isArray(data151)){
if(data151.after === undefined){
data151.after = "1h";
}
for(const key27 in data151){
if(!(key27 === "after")){
vErrors = noted(vErrors, {instancePath:instancePath+"/prune",schemaPath:"#/properties/prune/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key27}});
errors++;
}
}
let data152 = data151.after;
if(typeof data152 === "string"){
if(!pattern20.test(data152)){
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
let data153 = data.heartbeat;
if(data153 && typeof data153 == "object" && !Array.isArray(data153)){
if(data153.maxAge === undefined){
data153.maxAge = "90m";
}
for(const key28 in data153){
if(!(key28 === "maxAge")){
vErrors = noted(vErrors, {instancePath:instancePath+"/heartbeat",schemaPath:"#/properties/heartbeat/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key28}});
errors++;
}
}
let data154 = data153.maxAge;
if(typeof data154 === "string"){
if(!pattern20.test(data154)){
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
